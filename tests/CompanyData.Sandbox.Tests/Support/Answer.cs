using System.Net;
using System.Text.Json;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>What came back: the status, the whole body as JSON where it is JSON, and the message itself.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, HttpResponseMessage Message)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string name) => Json.GetProperty(name).GetString()!;
}
