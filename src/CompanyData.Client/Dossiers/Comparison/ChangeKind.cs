namespace CompanyData.Dossiers;

/// <summary>What happened to a thing, or to one of its fields; text, since an enumeration would come back from Export-Clixml as a number.</summary>
public static class ChangeKind
{
    public const string Added = "Added";

    public const string Removed = "Removed";

    public const string Changed = "Changed";
}
