using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Documents that a company has deposited with the register. Source: GET /users/{u}/acts [docs].</summary>
public sealed class QardAct : QardDataItem
{
    public DateTime? Date { get; set; }

    public ValueList<string> Titles { get; set => field = value ?? []; } = [];

    public string? FileId { get; set; }

    public override string ToString() => Titles.Count > 0 ? Titles.ToString() : FormattableString.Invariant($"{Date:yyyy-MM-dd}");
}
