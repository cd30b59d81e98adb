using System.Text.Json;

namespace CompanyData.Sandbox.Powens;

/// <summary>A change of the configuration. [docs 2021]</summary>
internal sealed record ConfigurationChange(long Id, string Key, JsonElement? Previous, JsonElement New, DateTimeOffset At)
{
    public string Type => Previous is null ? "add" : "update";
}
