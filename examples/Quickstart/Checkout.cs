namespace CompanyData.Quickstart;

/// <summary>The checkout that contains this program.</summary>
internal sealed record Checkout(string Root)
{
    public string Script => Path.Combine(Root, "examples", "quickstart.ps1");

    public string Companies => Path.Combine(Root, "examples", "companies.csv");

    public string Dossiers => Path.Combine(Root, "examples", "output", "dossiers.csv");

    public string Manifest => Path.Combine(Root, "CompanyData.psd1");

    public static Checkout Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Module.sln")))
            {
                return new(folder.FullName);
            }
        }

        throw new InvalidOperationException("Run this program from its checkout: dotnet run --project examples/Quickstart");
    }
}
