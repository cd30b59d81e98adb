using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A decision of a court that names the company. Source: GET /users/{u}/court-decisions [docs]; 20 at most.</summary>
public sealed class QardCourtDecision : QardDataItem
{
    public DateTime? Date { get; set; }

    public string? Title { get; set; }

    public string? Tribunal { get; set; }

    public string? FilingNumber { get; set; }

    public string? Plaintiff { get; set; }

    public string? Defendant { get; set; }

    public string? Summary { get; set; }

    public ValueList<string> Keywords { get; set => field = value ?? []; } = [];

    /// <summary>Whom it names; their form is not published.</summary>
    public ValueList<FlexibleValue> Entities { get; set => field = value ?? []; } = [];

    public string? Text { get; set; }

    public string? FileId { get; set; }

    public override string ToString() => Title ?? Summary ?? FormattableString.Invariant($"{Date:yyyy-MM-dd} {Tribunal}").Trim();
}
