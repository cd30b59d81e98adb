using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>
/// <c>_links</c> of a page of transactions: absolute on odd pages and relative on even ones, since both have to be read. [docs]
/// The magic connectors return wrong links.
/// </summary>
internal sealed class TransactionLinks(SandboxCall call, int limit, long offset, IReadOnlyCollection<PowensAccount> accounts)
{
    private const string Elsewhere = "https://elsewhere.example.test";

    public void Write(Utf8JsonWriter json, bool hasMore)
    {
        json.WriteStartObject("_links");
        WriteLink(json, "self", At(Origin, offset));
        WriteLink(json, "prev", offset == 0 ? null : At(Origin, Math.Max(0, offset - limit)));
        WriteLink(json, "next", Next(hasMore));
        json.WriteEndObject();
    }

    private string Origin => (offset / limit) % 2 == 0 ? call.Origin : "";

    private static void WriteLink(Utf8JsonWriter json, string name, string? link)
    {
        if (link is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("href", link);
        json.WriteEndObject();
    }

    private string? Next(bool hasMore)
    {
        if (accounts.Any(account => account.Connection.Connector.LinksElsewhere))
        {
            return At(Elsewhere, offset + limit);
        }

        if (accounts.Any(account => account.Connection.Connector.RepeatsNextLink))
        {
            return At(call.Origin, offset);
        }

        return hasMore ? At(Origin, offset + limit) : null;
    }

    private string At(string origin, long start)
    {
        var path = string.Join("/", call.Segments.Select(Uri.EscapeDataString));
        var query = call.Query.Pairs.Where(pair => pair.Key is not "offset")
            .Append(new KeyValuePair<string, string>("offset", start.ToString(CultureInfo.InvariantCulture)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return $"{origin}/{SandboxHandler.PowensPath}/{path}?{string.Join("&", query)}";
    }
}
