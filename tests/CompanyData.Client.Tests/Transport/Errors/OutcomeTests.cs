using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Whether a request may have taken effect although no answer says so.</summary>
public class OutcomeTests
{
    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public async Task Change_FailsWithStatus_IsUnknownOnlyWhereItMayHaveWorked(int status, bool unknown)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(status));
        Assert.Equal(unknown, (await wire.FailToChangeAsync()).OutcomeUnknown);
    }

    [Fact]
    public async Task Change_NeverConnected_IsKnown()
    {
        using Wire wire = new();
        wire.Always(Replies.Refused());
        Assert.False((await wire.FailToChangeAsync()).OutcomeUnknown);
    }

    [Fact]
    public async Task Change_ConnectionBroke_IsUnknown()
    {
        using Wire wire = new();
        wire.Always(Replies.Reset());
        Assert.True((await wire.FailToChangeAsync()).OutcomeUnknown);
    }

    [Fact]
    public async Task Change_TwoAnswersLostThenRefused_IsUnknown()
    {
        using Wire wire = new(maxRetries: 2);
        wire.Then(Replies.Reset(), Replies.Status(500)).Always(Replies.Status(422));
        ApiException exception = await wire.FailToChangeAsync();
        Assert.Equal((3, true), (exception.Attempts, exception.OutcomeUnknown));
    }

    [Fact]
    public async Task Change_FirstAnswerLostThenNoConnection_IsUnknown()
    {
        using Wire wire = new(maxRetries: 2);
        wire.Then(Replies.Reset()).Always(Replies.Refused());

        ApiException exception = await wire.FailToChangeAsync();
        Assert.Equal(3, exception.Attempts);
        Assert.True(exception.OutcomeUnknown);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(200)]
    public async Task Read_Fails_IsNeverUnknown(int status)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(status));
        Assert.False((await wire.FailToReadAsync()).OutcomeUnknown);
    }

    [Fact]
    public async Task Create_SuccessThatCannotBeRead_IsUnknown()
    {
        using Wire wire = new();
        wire.Always(Replies.Html("<p>Thank you</p>", 201));

        ApiException exception = await wire.FailToCreateAsync();
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.True(exception.OutcomeUnknown);
        Assert.Contains("Whether it took effect is unknown", exception.Message);
        Assert.Contains("Get-QardUser", exception.Remedy);
        Assert.Single(wire.Requests);
    }
}
