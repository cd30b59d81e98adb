using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Which documents a list asks for. [docs]</summary>
internal sealed class DocumentFilter(QueryString query)
{
    private readonly string? _type = query["id_type"];
    private readonly DateTime? _from = query.Date("min_date")?.Date;
    private readonly DateTime? _to = query.Date("max_date")?.Date;
    private readonly decimal? _least = query.Amount("min_amount");
    private readonly decimal? _most = query.Amount("max_amount");

    public List<PowensDocument> Apply(IEnumerable<PowensDocument> documents) => [.. documents.Where(document =>
        (_type is null || PowensWriting.IsId(document.TypeId, _type))
        && !(document.Date < _from)
        && !(document.Date > _to)
        && !(document.Total < _least)
        && !(document.Total > _most))];
}
