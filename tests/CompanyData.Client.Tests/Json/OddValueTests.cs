using CompanyData.Client.Tests.Qonto;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Json;

/// <summary>Values that services were seen to send in place of what they document: one of them takes nothing else down.</summary>
public class OddValueTests
{
    [Theory]
    [InlineData("\"\"", null)]
    [InlineData("2021.0", 2021)]
    [InlineData("\"2021\"", 2021)]
    [InlineData("\"about 2021\"", null)]
    public async Task StaffYear_InAnyForm_IsANumberOrEmpty(string json, int? expected)
    {
        QardCompanyProfile profile = await Reading.ProfileAsync($"\"staff_year\":{json},\"staff\":\"12\"");
        Assert.Equal(expected, profile.StaffYear);
        Assert.Equal("12", profile.Staff);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("\"Chez Exemple\"", "Chez Exemple")]
    [InlineData("[\"Un\",\"Deux\"]", "Un; Deux")]
    public async Task CommercialNames_InAnyForm_AreAList(string json, string expected)
        => Assert.Equal(expected, (await Reading.ProfileAsync($"\"commercial_names\":{json}")).CommercialNames.ToString());

    [Fact]
    public async Task Object_ThatIsAList_IsEmptyAndKeepsItsRawValue()
    {
        QardCompanyProfile profile = await Reading.ProfileAsync("\"legal\":[\"SAS\"],\"capital\":{\"amount\":\"1 000,50\",\"variable\":true}");
        Assert.Null(profile.Legal);
        Assert.Equal("SAS", $"{profile.GetAdditionalFields()["legal_raw"]}");
        Assert.Null(profile.Capital!.Amount);
        Assert.Equal("1 000,50", profile.Capital.GetAdditionalFields()["amount_raw"]);
        Assert.Equal(true, profile.Capital.GetAdditionalFields()["variable"]);
    }

    [Theory]
    [InlineData("1972-10")]
    [InlineData("1972")]
    [InlineData("[ND]")]
    [InlineData("0000-00-00")]
    public async Task BirthDate_ThatIsPartial_KeepsItsText(string date)
    {
        QardCompanyOfficer officer = await Reading.OfficerAsync($"\"last_name\":\"Exemple\",\"birth_date\":\"{date}\"");
        Assert.Null(officer.BirthDate);
        Assert.Equal("Exemple", officer.LastName);
        Assert.Equal(date, officer.GetAdditionalFields()["birth_date_raw"]);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"perhaps\"", null)]
    public async Task Flag_InAnyForm_IsAFlagOrEmpty(string json, bool? expected)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json($"[{{\"name\":\"stripe\",\"enabled\":{json}}},{{\"name\":\"gocardless\"}}]")).Always(Replies.Json("[]"));
        List<QardProvider> providers = await wire.RunAsync(client => client.Account.ListProvidersAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(["stripe", "gocardless"], providers.Select(provider => provider.Name));
        Assert.Equal(expected, providers[0].Enabled);
    }

    [Fact]
    public async Task QontoTime_ThatIsEmptyText_IsEmpty()
    {
        using QontoWire wire = new(maxRetries: 0);
        wire.Then(Replies.Json("""{"registration":{"id":"r-1","status":"pending","updated_at":"","created_at":"some day"}}"""));
        QontoRegistration registration = await wire.ReadAsync();
        Assert.Null(registration.UpdatedAt);
        Assert.Equal("pending", registration.Status);
        Assert.Equal("some day", registration.GetAdditionalFields()["created_at_raw"]);
    }

    [Fact]
    public async Task OddValue_BesideHalfACharacterAndAFieldThatComesTwice_IsSetAsideAllTheSame()
    {
        QardCompanyOfficer officer = await Reading.OfficerAsync("""
            "last_name":"first","last_name":"Exemple","first_name":"half \ud800 of one","birth_date":"1972-10"
            """);
        Assert.Equal("Exemple", officer.LastName);
        Assert.Equal("half \uFFFD of one", officer.FirstName);
        Assert.Equal("1972-10", officer.GetAdditionalFields()["birth_date_raw"]);
    }
}
