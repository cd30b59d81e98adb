namespace CompanyData.Dossiers;

/// <summary>Kind of change of an item or a field. Text, because Import-Clixml would return an enumeration as a number.</summary>
public static class ChangeKind
{
    public const string Added = "Added";

    public const string Removed = "Removed";

    public const string Changed = "Changed";
}
