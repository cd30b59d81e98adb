using CompanyData.Client.Tests.Support;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Lists in pages, as a script answers them.</summary>
internal static class PagedReplies
{
    public const int Limit = 1000;

    public static string Rows(IEnumerable<int> ids) => string.Join(",", ids.Select(id => $$"""{"id":{{id}}}"""));

    /// <summary>A list as the service keeps it, read by the request's own limit and offset.</summary>
    public static ScriptedHandler.Reply Serve(int count, string name = "transactions", bool linked = false, int most = Limit, int? total = null) => (request, token) =>
    {
        Dictionary<string, string> query = request.RequestUri!.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        int limit = int.Parse(query["limit"]);
        int offset = int.Parse(query["offset"]);
        Assert.Equal(Limit, limit);
        string rows = Rows(Enumerable.Range(offset, Math.Clamp(count - offset, 0, Math.Min(limit, most))));
        string next = offset + limit < count ? $$"""{"href":"?limit={{limit}}&offset={{offset + limit}}"}""" : "null";
        string links = linked ? $$""","_links":{"next":{{next}} }""" : string.Empty;
        return Replies.Json($$"""{"{{name}}":[{{rows}}]{{links}}{{(total is null ? "" : $",\"total\":{total}")}}}""")(request, token);
    };
}
