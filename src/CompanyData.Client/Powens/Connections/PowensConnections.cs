using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Manages connections of users to banks and providers.</summary>
public sealed class PowensConnections
{
    /// <summary>Time-out of calls that contact the bank, which can take minutes (powens.md).</summary>
    private static readonly TimeSpan BankTimeout = TimeSpan.FromMinutes(5);

    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensConnections(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/connections [docs].</summary>
    public IAsyncEnumerable<PowensConnection> ListAsync(string userId, IReadOnlyCollection<string> expand, CancellationToken cancellationToken)
        => _reader.ReadAsync(
            PowensRequest.Read(ApiPath.WithQuery(ApiPath.Create($"users/{userId}/connections"), ("expand", PowensCatalogue.List(expand))), "list the connections", userId),
            PowensJsonContext.Default.PowensPagePowensConnection,
            connection => connection.Id,
            cancellationToken);

    /// <summary>GET …/connections/{id} [docs].</summary>
    public Task<PowensConnection> GetAsync(string userId, string connectionId, IReadOnlyCollection<string> expand, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(
                ApiPath.WithQuery(ApiPath.Create($"users/{userId}/connections/{connectionId}"), ("expand", PowensCatalogue.List(expand))),
                "read the connection",
                connectionId),
            PowensJsonContext.Default.PowensConnection,
            cancellationToken);

    /// <summary>Explains an empty list in a sentence: no connection, a connection with a problem, or one without a synchronisation yet.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connectionId">The connection of the list; null for all connections of the user.</param>
    /// <param name="what">The data, in the plural, such as <c>accounts</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Null if the connections are synchronised, so that there is no such data.</returns>
    public async Task<string?> ExplainAbsenceAsync(string userId, string? connectionId, string what, CancellationToken cancellationToken)
        => ConnectionAbsence.Explain(
            connectionId is null
                ? await ListAsync(userId, [], cancellationToken).ReadAllAsync().ConfigureAwait(false)
                : [await GetAsync(userId, connectionId, [], cancellationToken).ConfigureAwait(false)],
            what);

    /// <summary>
    /// POST /users/{u}/connections [docs]. After a failure that may have taken effect, a connection that has appeared since is
    /// returned; the connection is never created twice.
    /// </summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connector">The connector's uuid or numeric id.</param>
    /// <param name="fields">The user's input by field name of the connector.</param>
    /// <param name="inBackground">Whether to return before the bank has responded (<c>background</c> [docs]); then wait for the connection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<PowensConnection> CreateAsync(
        string userId, string connector, IReadOnlyDictionary<string, object?> fields, bool inBackground, CancellationToken cancellationToken)
    {
        IReadOnlyList<PowensConnection> known = await ListAsync(userId, [], cancellationToken).ReadAllAsync().ConfigureAwait(false);
        bool isNumber = long.TryParse(connector, out long number);
        JsonObject body = FieldsOf(fields);
        body[isNumber ? "id_connector" : "connector_uuid"] = isNumber ? number : connector;
        ApiRequest request = Post(ApiPath.Create($"users/{userId}/connections") + (inBackground ? "?background" : string.Empty), "make the connection", connector, RequestSafety.Create, body, fields);
        return await GuardedCreate.RunAsync(
            _transport,
            token => _transport.SendAsync(request, PowensJsonContext.Default.PowensConnection, token),
            async token => GuardedCreate.Appeared(await ListAsync(userId, [], token).ReadAllAsync().ConfigureAwait(false), known),
            connector,
            $"Check with: Get-PowensConnection -UserId {userId}",
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>POST …/connections/{id} with an empty body [docs]: synchronises.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connectionId">The connection's id.</param>
    /// <param name="userIsPresent">Whether the end user is there. That <c>psu_requested</c> says so here too, as for PUT, is [inferred].</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<PowensConnection> SynchroniseAsync(string userId, string connectionId, bool userIsPresent, CancellationToken cancellationToken)
        => UpdateAsync(userId, connectionId, Presence(userIsPresent), [], new Dictionary<string, object?>(StringComparer.Ordinal), RequestSafety.Idempotent, cancellationToken);

    /// <summary>PUT …/connections/{id} [docs]: forces a synchronisation.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connectionId">The connection's id.</param>
    /// <param name="userIsPresent">Whether the end user is there: the service takes that for granted unless <c>psu_requested</c> says otherwise.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<PowensConnection> ForceAsync(string userId, string connectionId, bool userIsPresent, CancellationToken cancellationToken)
        => _transport.SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Put,
                Path = ApiPath.Create($"users/{userId}/connections/{connectionId}") + Presence(userIsPresent),
                Operation = "synchronise the connection",
                Subject = connectionId,
                Safety = RequestSafety.Idempotent,
                Scope = PowensScope.User,
                Timeout = BankTimeout,
            },
            PowensJsonContext.Default.PowensConnection,
            cancellationToken);

    /// <summary>POST …/connections/{id} with credentials or a one-time code [docs]. A code works once, so this is never retried.</summary>
    public Task<PowensConnection> AnswerAsync(
        string userId, string connectionId, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken)
        => UpdateAsync(userId, connectionId, string.Empty, FieldsOf(fields), fields, RequestSafety.Create, cancellationToken);

    /// <summary>POST …/connections/{id} with <c>resume</c> [docs]: resumes after the user has confirmed elsewhere.</summary>
    public Task<PowensConnection> ResumeAsync(string userId, string connectionId, CancellationToken cancellationToken)
        => UpdateAsync(
            userId, connectionId, string.Empty, new JsonObject { ["resume"] = true }, new Dictionary<string, object?>(StringComparer.Ordinal), RequestSafety.Idempotent, cancellationToken);

    /// <summary>DELETE …/connections/{id} [docs]: irreversible.</summary>
    public Task RemoveAsync(string userId, string connectionId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(
            ApiPath.Create($"users/{userId}/connections/{connectionId}"), "remove the connection", connectionId, cancellationToken, PowensScope.User);

    /// <summary>Waits until a connection is usable and has been synchronised once, or a person has to act.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connectionId">The connection's id.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> if the time-out is reached.</exception>
    public async Task<PowensConnection> WaitAsync(string userId, string connectionId, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        PowensConnection? last = null;
        PowensConnection? ended = await _transport.Polls.WaitAsync(
            ApiPath.Create($"users/{userId}/connections/{connectionId}"),
            timeout,
            token => GetAsync(userId, connectionId, [], token),
            seen =>
            {
                last = seen;
                PowensState state = PowensState.From(seen);
                return state.NeedsPerson || (state.IsUsable && seen.LastUpdate is not null) ? seen : null;
            },
            cancellationToken).ConfigureAwait(false);
        return ended ?? throw _transport.Fail(
            ApiErrorKind.WaitTimeout,
            "wait for the connection",
            Sentences.Close($"Powens: connection {connectionId} is not usable after {timeout}: {last?.Problem ?? "no response has arrived"}"),
            connectionId,
            last?.Remedy);
    }

    private async Task<PowensConnection> UpdateAsync(
        string userId,
        string connectionId,
        string query,
        JsonObject body,
        IReadOnlyDictionary<string, object?> fields,
        RequestSafety safety,
        CancellationToken cancellationToken)
    {
        ApiRequest request = Post(
            ApiPath.Create($"users/{userId}/connections/{connectionId}") + query, "update the connection", connectionId, safety, body, fields);
        try
        {
            return await _transport.SendAsync(request, PowensJsonContext.Default.PowensConnection, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (exception.CanCheckOutcome && safety == RequestSafety.Create)
        {
            throw GuardedCreate.Unknown(exception, connectionId, $"Check with: Get-PowensConnection {connectionId} -UserId {userId}");
        }
    }

    private static string Presence(bool userIsPresent) => userIsPresent ? string.Empty : "?psu_requested=false";

    private static JsonObject FieldsOf(IReadOnlyDictionary<string, object?> fields)
        => new(fields.Select(field => new KeyValuePair<string, JsonNode?>(
            field.Key,
            field.Value is Secret secret ? JsonValue.Create(secret.Reveal()) : JsonValue.Create(Convert.ToString(field.Value, System.Globalization.CultureInfo.InvariantCulture)))));

    private static ApiRequest Post(
        string path, string operation, string subject, RequestSafety safety, JsonObject body, IReadOnlyDictionary<string, object?> fields) => new()
        {
            Method = HttpMethod.Post,
            Path = path,
            Operation = operation,
            Subject = subject,
            Safety = safety,
            Scope = PowensScope.User,
            Timeout = BankTimeout,
            Body = PowensRequest.BodyWithoutNulls(body),
            Secrets = [.. fields.Values.OfType<Secret>()],
        };
}
