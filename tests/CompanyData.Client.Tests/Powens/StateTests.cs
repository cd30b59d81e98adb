using CompanyData.Client.Tests.Support;
using CompanyData.Powens;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Each state says what is the matter and who has to do what. Source: powens.md, states and enums.</summary>
public class StateTests
{
    [Theory]
    [InlineData("SCARequired", "strong authentication", "New-PowensWebviewUri -Flow reconnect -ConnectionId 3")]
    [InlineData("webauthRequired", "bank's own page", "New-PowensWebviewUri -Flow reconnect -ConnectionId 3")]
    [InlineData("decoupled", "bank's app", "New-PowensWebviewUri -Flow reconnect -ConnectionId 3")]
    [InlineData("decoupled", "bank's app", "Update-PowensConnection 3 -Resume")]
    [InlineData("additionalInformationNeeded", "asks for more", "Update-PowensConnection 3 -Field")]
    [InlineData("wrongpass", "password is wrong", "Update-PowensConnection 3 -Field")]
    [InlineData("validating", "checking", "Wait")]
    [InlineData("websiteUnavailable", "cannot be reached", "later")]
    [InlineData("rateLimiting", "limits", "later")]
    [InlineData("actionNeeded", "at the bank", "log in at the bank")]
    [InlineData("passwordExpired", "expired", "at the bank")]
    [InlineData("bug", "internal error", "support")]
    public async Task State_OfTheList_HasAProblemAndARemedyInAnyCase(string state, string problem, string remedy)
    {
        foreach (string form in (string[])[state, state.ToUpperInvariant(), state.ToLowerInvariant()])
        {
            PowensConnection connection = await ReadAsync($"\"state\":\"{form}\"");
            Assert.False(connection.IsUsable);
            Assert.Contains(problem, connection.Problem);
            Assert.Contains(remedy, connection.Remedy);
            Assert.Equal(form, connection.State);
        }
    }

    [Theory]
    [InlineData("\"state\":null")]
    [InlineData("\"state\":null,\"error\":null,\"error_message\":null")]
    [InlineData("\"active\":true")]
    public async Task State_None_IsUsable(string fields)
    {
        PowensConnection connection = await ReadAsync(fields);
        Assert.True(connection.IsUsable);
        Assert.Null(connection.Problem);
        Assert.Null(connection.Remedy);
    }

    /// <summary>Older answers have the error alone.</summary>
    [Theory]
    [InlineData("\"error\":\"wrongpass\"")]
    [InlineData("\"state\":null,\"error\":\"wrongPass\"")]
    [InlineData("\"state\":\"\",\"error\":\"WRONGPASS\"")]
    public async Task State_OnlyTheErrorSays_Counts(string fields) => Assert.Contains("password is wrong", (await ReadAsync(fields)).Problem);

    [Fact]
    public async Task State_Unknown_SaysSoWithTheBanksWords()
    {
        PowensConnection connection = await ReadAsync("\"state\":\"quarantined\",\"error_message\":\"Appelez-nous\"");
        Assert.False(connection.IsUsable);
        Assert.Contains("'quarantined'", connection.Problem);
        Assert.Contains("Appelez-nous", connection.Problem);
        Assert.NotNull(connection.Remedy);
    }

    [Fact]
    public async Task State_MoreIsNeeded_NamesTheFields()
    {
        PowensConnection connection = await ReadAsync("""
            "state":"additionalInformationNeeded","fields":[{"name":"code","label":"Code reçu par SMS"},{"name":"other","label":null}]
            """);
        Assert.Contains("Code reçu par SMS", connection.Problem);
        Assert.Contains("other", connection.Problem);
    }

    private static async Task<PowensConnection> ReadAsync(string fields)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json($"{{\"id\":3,{fields}}}"));
        return await wire.RunAsync(client => client.Connections.GetAsync("me", "3", [], CancellationToken.None));
    }
}
