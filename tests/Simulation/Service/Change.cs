using System.Text.Json;

namespace CompanyData.Simulation;

/// <summary>A request that changes something, as the audit log names it.</summary>
/// <param name="Method">POST or PATCH.</param>
/// <param name="Subject">What it is about: a siren, a user, a connection.</param>
/// <param name="Kind">The last segment of its path that is not an id.</param>
internal sealed record Change(string Method, string Subject, string Kind)
{
    public static Change From(string method, string path, byte[] body)
    {
        string[] parts = path.Split('/');
        return (method, parts) switch
        {
            ("POST", ["users", "legal"]) => new(method, JsonDocument.Parse(body).RootElement.GetProperty("siren").GetString()!, "user"),
            ("POST", ["users", { } user, "data-connections"]) => new(method, user, "connection"),
            ("POST", ["users", { } user, "sync"]) => new(method, user, "sync"),
            (_, ["users", _, "data-connections", { } connection]) => new(method, connection, "connection"),
            _ => throw new NotSupportedException($"{method} {path} is not known to the simulation."),
        };
    }

    /// <summary>What the operation of an audit line is about.</summary>
    public static string KindOf(string operation) => operation switch
    {
        "create the user" => "user",
        "start the synchronisation" => "sync",
        _ => "connection",
    };
}
