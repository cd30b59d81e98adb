using System.Collections.Concurrent;
using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard;

/// <summary>A data source and how the account has set it up.</summary>
internal sealed class QardProvider(ProviderRow row)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, string> _settings = new(StringComparer.Ordinal);
    private bool _hasCredentials = row.CredentialNames.Count == 0;

    public string Name => row.Name;

    public IReadOnlyList<string> DataTypes => row.DataTypes;

    /// <summary>Whether a user can have only one connection to it. [docs]</summary>
    public bool Unique => row.Unique;

    public bool Enabled { get; private set; } = row.ReadyFromTheStart;

    public bool AutoConnect { get; private set; } = row.ReadyFromTheStart;

    /// <summary>Whether a new connection waits for the end user. [docs]</summary>
    public bool NeedsConsent => row.AuthRequired || !AutoConnect;

    /// <summary>Credentials, where required, must be set first. [seed]</summary>
    public void Enable(bool enable)
    {
        lock (_gate)
        {
            Enabled = !enable || _hasCredentials
                ? enable
                : throw ApiException.Invalid($"Set the credentials of {Name} before you enable it.", "enable");
        }
    }

    public void Set(JsonElement settings)
    {
        AutoConnect = settings.Flag(ProviderRow.AutoConnect) ?? AutoConnect;
        foreach (var name in row.SettingNames.Where(name => settings.Find(name) is not null))
        {
            _settings[name] = settings.Find(name)!.Value.ToString();
        }
    }

    /// <summary>Whether a setting is switched on.</summary>
    public bool HasSetting(string name) => string.Equals(Setting(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of a setting as text; null where it was not set.</summary>
    public string? Setting(string name) => _settings.TryGetValue(name, out var value) ? value : null;

    /// <summary>Checks credentials and keeps none of them: they are write-only. [seed]</summary>
    public void SetCredentials(JsonElement body)
    {
        if (body.Find("credentials") is not { ValueKind: JsonValueKind.Object } credentials)
        {
            throw ApiException.Invalid("credentials is required.", "credentials");
        }

        foreach (var name in row.CredentialNames)
        {
            if (name.StartsWith("is_", StringComparison.Ordinal))
            {
                _ = credentials.Flag(name) ?? throw ApiException.Invalid($"{name} is required.", name);
            }
            else
            {
                credentials.RequiredText(name);
            }
        }

        lock (_gate)
        {
            _hasCredentials = true;
        }
    }

    /// <summary>The provider object. [docs]</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("logo_url", $"{SandboxOptions.Origin}logos/{Name}.svg");
        json.WriteBoolean("enabled", Enabled);
        json.WriteBoolean("available", value: true);
        json.WriteBoolean("unique", Unique);
        json.WriteBoolean("auth_required", row.AuthRequired);
        json.WriteBoolean("auto_connect", AutoConnect);
        json.WriteList("settings", row.SettingNames);
        json.WriteList("credentials_config", row.CredentialNames);
        json.WriteList("data_types", DataTypes);
        json.WriteEndObject();
    }
}
