using System.Globalization;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Subscriptions and documents [docs], and a document's file [inferred].</summary>
internal sealed class DocumentEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/subscriptions", call => ListSubscriptions(call, null)),
        new("GET", "users/{user}/connections/{connection}/subscriptions", call => ListSubscriptions(call, call.Values[1])),
        new("GET", "users/{user}/subscriptions/{subscription}", call => Reply.Json(json => OfSubscription(call)[0].Write(json, state.Now))),
        new("GET", "users/{user}/documents", call => List(call, Enabled(call, null))),
        new("GET", "users/{user}/documents/{document}/file", call => ReadFile(All(call, null), call.Values[1])),
        new("GET", "users/{user}/subscriptions/{subscription}/documents", call => List(call, OfSubscription(call))),
        new("GET", "users/{user}/subscriptions/{subscription}/documents/{document}/file", call => ReadFile(OfSubscription(call), call.Values[2])),
        new("GET", "users/{user}/connections/{connection}/documents", call => List(call, Enabled(call, call.Values[1]))),
        new("GET", "users/{user}/transactions/{transaction}/documents", ListOfTransaction),
        new("GET", "users/{user}/connections/{connection}/documents/{document}/file", call => ReadFile(All(call, call.Values[1]), call.Values[2])),
    ];

    private static HttpResponseMessage ReadFile(IEnumerable<PowensSubscription> subscriptions, string id)
    {
        var document = Documents(subscriptions).FirstOrDefault(document => PowensWriting.IsId(document.Id, id))
            ?? throw ApiException.NotFound("Document");
        return Reply.File(document.FileName, "application/pdf", SamplePdf.Create(document.FileName));
    }

    private static IEnumerable<PowensDocument> Documents(IEnumerable<PowensSubscription> subscriptions) => subscriptions
        .SelectMany(subscription => Enumerable.Range(0, PowensDefaults.DocumentCount).Select(index => new PowensDocument(subscription, index)));

    private List<PowensSubscription> All(SandboxCall call, string? connectionId)
    {
        var user = state.Access.User(call);
        IEnumerable<PowensConnection> connections = connectionId is null ? user.Connections : [user.Connection(connectionId)];
        return [.. connections.Where(connection => connection.HasDataAt(state.Now)).SelectMany(connection => connection.Subscriptions)];
    }

    private List<PowensSubscription> Enabled(SandboxCall call, string? connectionId) =>
        All(call, connectionId).FindAll(subscription => !subscription.IsDisabled);

    private List<PowensSubscription> OfSubscription(SandboxCall call) =>
        All(call, null).FindAll(subscription => PowensWriting.IsId(subscription.Id, call.Values[1])) is { Count: > 0 } found
            ? found
            : throw ApiException.NotFound("Subscription");

    private HttpResponseMessage ListSubscriptions(SandboxCall call, string? connectionId)
    {
        var (now, shown) = (state.Now, call.Query.IsOn("all") ? All(call, connectionId) : Enabled(call, connectionId));
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("subscriptions");
            shown.ForEach(subscription => subscription.Write(json, now));
            json.WriteEndArray();
            json.WriteNumber("total", shown.Count);
            json.WriteEndObject();
        });
    }

    private HttpResponseMessage ListOfTransaction(SandboxCall call)
    {
        _ = long.TryParse(call.Values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var user = state.Access.User(call);
        var account = user.Connections.AccountsAt(state.Now)
            .FirstOrDefault(account => account.Id == id / PowensTransaction.IdsOfAccount) ?? throw ApiException.NotFound("Transaction");
        var place = (int)(id % PowensTransaction.IdsOfAccount);
        return place < account.CountTransactions(state.Options)
            ? Write(call, user.InvoicesOf(account, place, state.Now))
            : throw ApiException.NotFound("Transaction");
    }

    private HttpResponseMessage List(SandboxCall call, IReadOnlyList<PowensSubscription> subscriptions) => Write(call, [.. Documents(subscriptions)]);

    private HttpResponseMessage Write(SandboxCall call, IEnumerable<PowensDocument> documents)
    {
        var (now, limit, offset) = (state.Now, call.Query.RequiredLimit(), call.Query.Offset());
        var found = new DocumentFilter(call.Query).Apply(documents);
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("documents");
            foreach (var document in found.Skip((int)Math.Min(offset, int.MaxValue)).Take(limit))
            {
                document.Write(json, now, call.Origin);
            }

            json.WriteEndArray();
            json.WriteNumber("total", found.Count);
            json.WriteEndObject();
        });
    }
}
