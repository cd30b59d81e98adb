using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>A user and its connections.</summary>
internal sealed class PowensUser(long id, DateTimeOffset signIn)
{
    public long Id => id;

    /// <summary>Whether it has ever had a permanent token.</summary>
    public bool IsPermanent { get; set; }

    public List<PowensConnection> Connections { get; } = [];

    public PowensConnection Connection(string text) =>
        Connections.Find(connection => PowensWriting.IsId(connection.Id, text)) ?? throw ApiException.NotFound("Connection");

    /// <summary>The invoice that a payment is for: those of a checking account's first transactions are there. [inferred]</summary>
    public IEnumerable<PowensDocument> InvoicesOf(PowensAccount account, int place, DateTimeOffset now) => !account.Kind.IsChecking ? [] : Connections
        .Where(connection => connection.HasDataAt(now))
        .SelectMany(connection => connection.Subscriptions)
        .Where(subscription => !subscription.IsDisabled)
        .SelectMany(subscription => Enumerable.Range(0, PowensDefaults.DocumentCount).Select(index => new PowensDocument(subscription, index)))
        .Skip(place)
        .Take(1);

    /// <summary>The user object: <c>id</c>, <c>signin</c>. [docs]</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteTime("signin", ParisTime.From(signIn));
        json.WriteEndObject();
    }
}
