using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A register no longer lists the company as closed.</summary>
internal sealed class CompanyReopenedChange : ChangeRule
{
    public override string Code => "CompanyReopened";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && CompanyClosedChange.IsClosing(change.Field) && change.Kind == ChangeKind.Removed
            ? new(SeverityLevel.Review, change.Wording.Say($"The company is no longer listed as closed; its closing date was {change.OldText}.", $"La société n'est plus indiquée comme fermée ; elle l'était le {change.OldText}."))
            : null;
}
