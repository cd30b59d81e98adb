using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class TimeoutTests
{
    [Fact]
    public async Task Read_FirstAttemptHangs_IsRepeatedAfterTheAttemptTimeout()
    {
        using Wire wire = new(attemptTimeout: TimeSpan.FromSeconds(10));
        wire.Then(Replies.Hang(), Replies.Json("""{"name":"Example"}"""));

        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        Assert.InRange((wire.Requests[1].At - wire.Requests[0].At).TotalSeconds, 10.25, 10.5);
    }

    [Fact]
    public async Task Read_HangsForEver_IsATimeoutErrorAfterAllAttempts()
    {
        using Wire wire = new(maxRetries: 2, attemptTimeout: TimeSpan.FromSeconds(10));
        wire.Always(Replies.Hang());

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.Timeout, exception.Kind);
        Assert.Equal(3, exception.Attempts);
        Assert.Null(exception.StatusCode);
        Assert.False(exception.OutcomeUnknown);
        Assert.Contains("no response in time", exception.Message);
        Assert.Contains("-TimeoutSec", exception.Remedy);
    }

    [Fact]
    public async Task Read_BodyStalls_CountsAsPartOfTheAttempt()
    {
        using Wire wire = new(maxRetries: 0, attemptTimeout: TimeSpan.FromSeconds(10));
        wire.Always(Replies.Body(() => new StallingStream()));

        Assert.Equal(ApiErrorKind.Timeout, (await wire.FailToReadAsync()).Kind);
    }

    [Fact]
    public async Task Read_EverythingDragsOn_EndsAtTheTotalTimeout()
    {
        using Wire wire = new(maxRetries: 5, attemptTimeout: TimeSpan.FromHours(10));
        wire.Always(Replies.Hang());
        DateTimeOffset started = wire.Clock.GetUtcNow();

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.Timeout, exception.Kind);
        Assert.Equal(TimeSpan.FromHours(24), wire.Clock.GetUtcNow() - started);
        Assert.Equal(3, exception.Attempts);
    }

    [Fact]
    public async Task Create_Hangs_OutcomeIsUnknown()
    {
        using Wire wire = new();
        wire.Always(Replies.Hang());

        ApiException exception = await wire.FailToCreateAsync();
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.True(exception.OutcomeUnknown);
        Assert.Single(wire.Requests);
    }

    private sealed class StallingStream : MemoryStream
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
