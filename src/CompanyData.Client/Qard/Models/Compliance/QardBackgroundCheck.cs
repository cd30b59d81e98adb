using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Whether a company and those around it are acceptable. Source: GET /users/{u}/background-check-v2 [docs].</summary>
public sealed class QardBackgroundCheck : QardDataItem
{
    /// <summary><c>OK</c> or <c>NOK</c>; the list is open.</summary>
    public string? Acceptable { get; set; }

    /// <summary>Codes, those of <see cref="BackgroundCheckReason"/> among them.</summary>
    public ValueList<string> Reasons { get; set => field = value ?? []; } = [];

    public ValueList<string> Warnings { get; set => field = value ?? []; } = [];

    public decimal? Ratio { get; set; }

    public QardBackgroundDetails? Details { get; set; }

    public override string ToString() => Reasons.Count == 0 ? Acceptable ?? string.Empty : $"{Acceptable}: {Reasons}";
}
