using CompanyData.Client.Tests.Support;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Transport;

/// <summary>A text that has lost characters is not sent, whatever made it so.</summary>
public class LostCharacterTests
{
    [Theory]
    [InlineData("Soci\uFFFDt\uFFFD")]
    [InlineData("Half a character: \uD83D")]
    public async Task Create_ANameThatLostCharacters_IsRefusedBeforeAnyCall(string name)
    {
        using SandboxWorld world = new();

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => world.Client.Users.CreateAsync(new QardNewLegalUser { Name = name, Siren = "383474814" }, [], CancellationToken.None));

        Assert.Contains("U+FFFD", error.Message, StringComparison.Ordinal);
        Assert.Empty(world.Trouble.Requests);
    }
}
