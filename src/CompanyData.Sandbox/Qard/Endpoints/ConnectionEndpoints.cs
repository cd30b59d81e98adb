using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>The data connections of a user. [docs]</summary>
internal sealed class ConnectionEndpoints(QardState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "users/{user}/data-connections", call => state.WithUser(call, user => Create(call, user))),
        new("GET", "users/{user}/data-connections", call => state.WithUser(call, user => List(call, user))),
        new("GET", "users/{user}/data-connections/{connection}", call => WithConnection(call, (_, connection) => Write(call, connection))),
        new("PATCH", "users/{user}/data-connections/{connection}", call => WithConnection(call, (_, connection) => Change(call, connection))),
        new("DELETE", "users/{user}/data-connections/{connection}", call => WithConnection(call, Remove)),
    ];

    /// <summary>What is asked for, checked against what the provider offers; everything where nothing is asked for. [inferred]</summary>
    private static IReadOnlyList<string> CheckTypes(QardProvider provider, IReadOnlyList<string>? requested)
    {
        if (requested is null or { Count: 0 })
        {
            return provider.DataTypes;
        }

        return requested.FirstOrDefault(type => !provider.DataTypes.Contains(type, StringComparer.Ordinal)) is { } foreign
            ? throw ApiException.Invalid($"{provider.Name} does not offer {foreign}.", "requested_data_types")
            : [.. requested.Distinct(StringComparer.Ordinal)];
    }

    private HttpResponseMessage WithConnection(SandboxCall call, Func<QardUser, QardConnection, HttpResponseMessage> answer) =>
        state.WithUser(call, user =>
        {
            var connection = Guid.TryParse(call.Values[1], out var id) ? user.Connections.Find(own => own.Id == id) : null;
            return answer(user, connection ?? throw ApiException.NotFound("Data connection"));
        });

    private HttpResponseMessage Create(SandboxCall call, QardUser user)
    {
        var body = call.ReadBody();
        var provider = state.FindProvider(body.RequiredText("provider_name"));
        var types = CheckTypes(provider, body.TextList("requested_data_types"));
        if (!provider.Enabled)
        {
            throw ApiException.Invalid($"{provider.Name} is not enabled.", "provider_name");
        }

        if (provider.Unique && user.Connections.Exists(own => own.Provider == provider))
        {
            throw ApiException.Conflict($"The user has a data connection to {provider.Name} already.");
        }

        var connection = new QardConnection
        {
            Id = Hash.Id(state.Options.Seed, $"connection {user.Id}", user.NextNumber++),
            Provider = provider,
            RequestedDataTypes = types,
        };
        if (!provider.NeedsConsent)
        {
            connection.Connect(state.Now, TimeSpan.Zero);
        }

        state.Users.AddConnection(user, connection);
        return Reply.Json(QardDefaults.Created, json => connection.Write(json, state.Now, call.Origin));
    }

    private HttpResponseMessage List(SandboxCall call, QardUser user)
    {
        var now = state.Now;
        return Reply.Json(json =>
        {
            json.WriteStartArray();
            user.Connections.ForEach(connection => connection.Write(json, now, call.Origin));
            json.WriteEndArray();
        });
    }

    private HttpResponseMessage Write(SandboxCall call, QardConnection connection) =>
        Reply.Json(json => connection.Write(json, state.Now, call.Origin));

    private HttpResponseMessage Change(SandboxCall call, QardConnection connection)
    {
        var body = call.ReadBody();
        var types = body.Find("requested_data_types") is null
            ? connection.RequestedDataTypes
            : CheckTypes(connection.Provider, body.TextList("requested_data_types"));
        switch (body.Text("status"))
        {
            case null:
                break;
            case QardStatus.Disconnected:
                connection.Disconnect();
                break;
            case QardStatus.AuthRequired:
                connection.RequireConsent();
                break;
            default:
                throw ApiException.Invalid("status can be set to DISCONNECTED or AUTH_REQUIRED.", "status");
        }

        connection.RequestedDataTypes = types;
        return Write(call, connection);
    }

    private HttpResponseMessage Remove(QardUser user, QardConnection connection)
    {
        state.Users.RemoveConnection(user, connection);
        return Reply.NoContent();
    }
}
