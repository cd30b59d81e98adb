using System.Globalization;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Redaction;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Quickstart;

/// <summary>Runs the collection of the example script with the client library only.</summary>
internal static class CoreRun
{
    private const int SideBySide = 8;

    public static async Task RunAsync(Checkout checkout)
    {
        using SandboxHandler sandbox = new(new SandboxOptions { SyncDuration = TimeSpan.FromSeconds(3), Latency = TimeSpan.FromMilliseconds(20) });
        ServiceOptions options = new() { BaseUri = new Uri(SandboxOptions.Origin, SandboxHandler.QardPath), Handler = sandbox };
        using QardClient qard = new(options, new Secret(new SandboxOptions().QardApiKey));
        CompanyCollector collector = new(qard, new CollectionOptions());

        CompanyRequest[] companies = [.. Csv.Read(checkout.Companies).Select(row => new CompanyRequest(row["siren"], row["name"]))];
        CompanyDossier[] dossiers = new CompanyDossier[companies.Length];
        Console.WriteLine($"Collecting {companies.Length} companies from the sandbox (profile, officers, beneficial owners) ...");
        int done = 0;
        await Parallel.ForAsync(0, companies.Length, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (index, token) =>
        {
            dossiers[index] = await collector.CollectAsync(companies[index], progress: null, token).ConfigureAwait(false);
            Console.WriteLine($"  {Interlocked.Increment(ref done),2} of {companies.Length}  {companies[index].Name}");
        }).ConfigureAwait(false);

        Print(dossiers);
        Directory.CreateDirectory(Path.GetDirectoryName(checkout.Dossiers)!);
        await Csv.WriteAsync(checkout.Dossiers, Columns, dossiers.Select(Row)).ConfigureAwait(false);
        int complete = dossiers.Count(dossier => dossier.Status == DossierStatus.Complete);
        Console.WriteLine($"{complete} of {dossiers.Length} dossiers are complete ({qard.Usage.Requests} requests). They are in {checkout.Dossiers}");
        Console.WriteLine($"""

            Next steps
              1. Install PowerShell 7.4 or later:       https://aka.ms/powershell
              2. In PowerShell, import the module:      Import-Module '{checkout.Manifest}'
              3. Connect to the real service:           Connect-Qard -ApiKey (Read-Host 'Qard API key' -AsSecureString)
              4. Collect your companies:                Import-Csv companies.csv | Invoke-QardCollection | Export-Csv dossiers.csv
            """);
    }

    private static readonly string[] Columns = ["Siren", "Name", "Status", "UserId", "LegalForm", "City", "Officers", "BeneficialOwners", "Failures"];

    private static string?[] Row(CompanyDossier dossier) =>
    [
        dossier.Siren, dossier.Name, dossier.Status, dossier.UserId, dossier.LegalForm, dossier.City,
        dossier.Officers.ToString(), dossier.BeneficialOwners.ToString(), dossier.Failures.ToString(),
    ];

    private static void Print(IEnumerable<CompanyDossier> dossiers)
    {
        Console.WriteLine();
        Console.WriteLine("Siren     Name                       Status   City           Officers Owners Failures");
        Console.WriteLine("-----     ----                       ------   ----           -------- ------ --------");
        foreach (CompanyDossier dossier in dossiers)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{dossier.Siren} {Fit(dossier.Name, 26)} {dossier.Status,-8} {Fit(dossier.City, 14)} {dossier.Officers.Count,8} {dossier.BeneficialOwners.Count,6} {dossier.Failures}"));
        }

        Console.WriteLine();
    }

    private static string Fit(string? text, int width)
        => (text ?? string.Empty).Length <= width ? (text ?? string.Empty).PadRight(width) : text![..(width - 1)] + "…";
}
