using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A register has closed the company.</summary>
internal sealed class CompanyClosedChange : ChangeRule
{
    public override string Code => "CompanyClosed";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && IsClosing(change.Field) && change.Kind != ChangeKind.Removed
            ? new(SeverityLevel.Critical, change.Wording.Say($"The company was closed on {change.NewText}.", $"La société a été fermée le {change.NewText}."))
            : null;

    internal static bool IsClosing(string? field) => field is nameof(QardCompanyProfile.InseeClosingDate) or nameof(QardCompanyProfile.RncsClosingDate);
}
