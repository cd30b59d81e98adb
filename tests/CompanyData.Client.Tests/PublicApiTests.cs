using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using PublicApiGenerator;

namespace CompanyData.Client.Tests;

/// <summary>The client's public API, kept in a file so that every change of it is seen in review.</summary>
public class PublicApiTests
{
    private const string Accept = "COMPANYDATA_ACCEPT";

    private static readonly string Approved = Path.Combine(Checkout.Root, "tests", "CompanyData.Client.Tests", "PublicApi.approved.txt");

    [Fact]
    public void PublicApi_IsTheApprovedOne()
    {
        string actual = typeof(QardClient).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(Approved, actual);
        }

        string[] approved = File.ReadAllLines(Approved);
        string[] now = actual.TrimEnd('\n').Split('\n');
        string difference = string.Join('\n', approved.Except(now).Select(line => $"- {line}").Concat(now.Except(approved).Select(line => $"+ {line}")));
        Assert.True(approved.SequenceEqual(now), $"The public API differs from PublicApi.approved.txt; where that is meant, run this test with {Accept}=1.\n{difference}");
    }
}
