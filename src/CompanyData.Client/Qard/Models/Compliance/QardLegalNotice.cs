using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A notice in an official gazette. Source: GET /users/{u}/legal-notices [docs].</summary>
public sealed class QardLegalNotice : QardDataItem
{
    public DateTime? Date { get; set; }

    public string? Type { get; set; }

    public string? Category { get; set; }

    public string? Event { get; set; }

    public string? Text { get; set; }

    public string? Source { get; set; }

    public string? Origin { get; set; }

    public string? Link { get; set; }

    public string? ProviderName { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd} {Event ?? Type}").Trim();
}
