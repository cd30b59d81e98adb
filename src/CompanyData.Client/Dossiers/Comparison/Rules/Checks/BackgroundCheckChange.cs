namespace CompanyData.Dossiers;

/// <summary>The result of the background check is no longer acceptable.</summary>
internal sealed class BackgroundCheckChange : ChangeRule
{
    public override string Code => "BackgroundCheckFailed";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == "BACKGROUND_CHECK" && change.Field is (null or "Acceptable") && change.New is { } item && !BackgroundCheckNotOkRule.IsAcceptable(item.Source)
            ? new(SeverityLevel.Critical, change.Wording.Say("The background check is no longer acceptable.", "Le contrôle des antécédents n'est plus acceptable."))
            : null;
}
