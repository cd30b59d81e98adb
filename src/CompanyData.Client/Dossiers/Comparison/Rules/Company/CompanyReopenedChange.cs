using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A register no longer calls the company closed.</summary>
internal sealed class CompanyReopenedChange : ChangeRule
{
    public override string Code => "CompanyReopened";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && CompanyClosedChange.IsClosing(change.Field) && change.Kind == ChangeKind.Removed
            ? new(SeverityLevel.Review, change.Wording.Say($"The company is no longer closed; it was, on {change.OldText}.", $"La société n'est plus indiquée comme fermée ; elle l'était le {change.OldText}."))
            : null;
}
