using System.Text.Json;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Reports;

namespace CompanyData.Client.Tests.Reports;

public sealed class NestedDataTests
{
    /// <summary>As deep as JSON is read.</summary>
    private const int Depth = 60;

    [Theory]
    [InlineData("{\"level\":#,\"inner\":", "}")]
    [InlineData("{\"level\":#,\"list\":[0,", "]}")]
    [InlineData("{\"inner\":", "}")]
    public async Task Page_DeeplyNestedData_ShowsAllOfItInLinearTime(string open, string close)
    {
        string json = string.Concat(Enumerable.Range(1, Depth / (open.Contains('[') ? 2 : 1)).Select(level => open.Replace("#", $"{level}")))
            + "\"innermost\"" + string.Concat(Enumerable.Repeat(close, Depth / (open.Contains('[') ? 2 : 1)));
        CompanyDossier dossier = new() { Siren = "123456789", Name = "Exemple" };
        dossier.Add("ACT", [JsonSerializer.Deserialize($"{{\"data\":{json}}}", QardJsonContext.Default.QardRecord)!]);

        // It doubled with each level once: twenty levels took seconds, sixty would take longer than anybody lives.
        string page = await Task.Run(() => DossierReport.Page(dossier, Dossiers.Review)).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Contains("innermost", page);
    }
}
