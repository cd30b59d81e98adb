using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A judgment in a collective procedure: safeguard, reorganisation or liquidation. Source: qard.md, collective procedures: fields [docs], path not published.</summary>
public sealed class QardCollectiveProcedure : QardDataItem
{
    public DateTime? JudgmentDate { get; set; }

    public string? JudgmentFamily { get; set; }

    public string? JudgmentNature { get; set; }

    public string? JudgmentDescription { get; set; }

    public override string ToString() => FormattableString.Invariant($"{JudgmentDate:yyyy-MM-dd} {JudgmentNature ?? JudgmentFamily}").Trim();
}
