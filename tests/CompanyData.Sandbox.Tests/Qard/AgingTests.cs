using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class AgingTests : IDisposable
{
    private const string Siren = "123456789";
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(CompanyEvent.SeatMoved, "company-profile")]
    [InlineData(CompanyEvent.CapitalChanged, "company-profile")]
    [InlineData(CompanyEvent.CompanyClosed, "company-profile")]
    [InlineData(CompanyEvent.OfficerAdded, "company-officers")]
    [InlineData(CompanyEvent.OfficerReplaced, "company-officers")]
    [InlineData(CompanyEvent.OwnerCrossedThreshold, "beneficial-owners")]
    public async Task Age_OneEvent_ShowsInItsDataAndNowhereElse(CompanyEvent what, string where)
    {
        var user = await _world.CreateConnectedUserAsync();
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);
        string[] paths = ["company-profile", "company-officers", "beneficial-owners"];
        var before = await ReadAsync(user, paths);

        Assert.Equal([what], _world.Handler.Age(Siren, [what]));

        var after = await ReadAsync(user, paths);
        Assert.Equal([where], paths.Where(path => before[path] != after[path]));
    }

    [Fact]
    public void Age_ByItself_IsTheSameForTheSameSeedAndSiren()
    {
        using var other = new World();
        Assert.Equal(5, _world.Handler.Age(Siren, 5).Count);
        other.Handler.Age(Siren, 2);
        Assert.Equal(_world.Handler.GetHistory(Siren), other.Handler.Age(Siren, 3));
        Assert.Empty(_world.Handler.GetHistory("987654321"));
    }

    private async Task<Dictionary<string, string>> ReadAsync(string user, string[] paths)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            read[path] = (await _world.GetAsync($"users/{user}/{path}")).Body;
        }

        return read;
    }
}
