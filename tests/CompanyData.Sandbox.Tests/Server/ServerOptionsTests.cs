using CompanyData.Sandbox.Faults;
using CompanyData.Sandbox.Server;

namespace CompanyData.Sandbox.Tests.Server;

public sealed class ServerOptionsTests
{
    [Fact]
    public void Parse_OfNothing_ListensOnLoopback() =>
        Assert.Equal(["http://127.0.0.1:5180"], ServerOptions.Parse([]).Urls);

    [Fact]
    public void Parse_OfEveryOption_SetsIt()
    {
        var options = ServerOptions.Parse(
        [
            "--urls", "http://localhost:1;http://[::1]:2", "--key=key-of-a-test", "--seed", "7", "--latency", "20",
            "--sync-duration=0.5", "--fault-rate", "0.25", "--transaction-count", "9", "--slow", "0.1",
            "--fault-kinds", "answer-lost, HTML-page",
        ]);

        Assert.Equal(["http://localhost:1", "http://[::1]:2"], options.Urls);
        Assert.Equal("key-of-a-test", options.Sandbox.QardApiKey);
        Assert.Equal(7, options.Sandbox.Seed);
        Assert.Equal(TimeSpan.FromMilliseconds(20), options.Sandbox.Latency);
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.Sandbox.SyncDuration);
        Assert.Equal(0.25, options.Sandbox.FaultRate);
        Assert.Equal(9, options.Sandbox.TransactionCount);
        Assert.Equal(TimeSpan.FromMilliseconds(100), options.Sandbox.FaultDelay);
        Assert.Equal([FaultKind.AnswerLost, FaultKind.HtmlPage], options.Sandbox.FaultKinds);
    }

    [Fact]
    public void Usage_NamesEveryKindOfFault() =>
        Assert.All(FaultKinds.All, kind => Assert.Contains(FaultKinds.NameOf(kind), ServerOptions.Usage, StringComparison.Ordinal));

    [Fact]
    public void Parse_OfEveryPowensOption_SetsIt()
    {
        var sandbox = ServerOptions.Parse(
        [
            "--powens-client-id", "1", "--powens-client-secret", "2", "--powens-user-token", "3", "--powens-config-token=4",
            "--powens-users-token", "5", "--powens-invoicing-token", "6", "--powens-categorization-token", "7",
            "--powens-transaction-count", "8", "--powens-slow-bank", "true",
        ]).Sandbox;

        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7"],
            [
                sandbox.PowensClientId, sandbox.PowensClientSecret, sandbox.PowensUserToken, sandbox.PowensConfigToken,
                sandbox.PowensUsersToken, sandbox.PowensInvoicingToken, sandbox.PowensCategorizationToken,
            ]);
        Assert.Equal(8, sandbox.PowensTransactionCount);
        Assert.True(sandbox.PowensSlowBank);
    }

    [Fact]
    public void Parse_OfEveryQontoAndCreditroOption_SetsIt()
    {
        var sandbox = ServerOptions.Parse(
        [
            "--qonto-token", "1", "--qonto-partner-id", "2", "--qonto-staging-token=", "--qonto-strict-flows", "true",
            "--creditro-customer-id", "3", "--creditro-token", "4", "--creditro-case-count", "5", "--creditro-method", "GET",
            "--creditro-quota", "6", "--creditro-one-at-a-time=false",
        ]).Sandbox;

        Assert.Equal(
            ["1", "2", "", "3", "4"],
            [sandbox.QontoToken, sandbox.QontoPartnerId, sandbox.QontoStagingToken, sandbox.CreditroCustomerId, sandbox.CreditroToken]);
        Assert.True(sandbox.QontoStrictFlows);
        Assert.Equal(5, sandbox.CreditroCaseCount);
        Assert.Equal(HttpMethod.Get, sandbox.CreditroMethod);
        Assert.Equal(6, sandbox.CreditroQuota);
        Assert.False(sandbox.CreditroOneAtATime);
    }

    [Theory]
    [InlineData("--creditro-method", "PUT")]
    [InlineData("--creditro-method", "not a method")]
    [InlineData("--creditro-quota", "-1")]
    [InlineData("--creditro-case-count", "1000001")]
    [InlineData("--qonto-strict-flows", "perhaps")]
    [InlineData("--urls", "http://0.0.0.0:5180")]
    [InlineData("--urls", "http://*:5180")]
    [InlineData("--urls", "http://127.0.0.1:1;http://192.0.2.1:5180")]
    [InlineData("--urls", "https://127.0.0.1:5180")]
    [InlineData("--urls", ";")]
    [InlineData("--fault-rate", "2")]
    [InlineData("--fault-kinds", "flood")]
    [InlineData("--fault-kinds", "")]
    [InlineData("--slow", "-1")]
    [InlineData("--latency", "-1")]
    [InlineData("--seed", "one")]
    [InlineData("--unknown", "1")]
    [InlineData("--seed")]
    [InlineData("--powens-slow-bank", "perhaps")]
    [InlineData("--powens-transaction-count", "1000001")]
    public void Parse_OfAnythingElse_IsRefused(params string[] arguments) =>
        Assert.Throws<ArgumentException>(() => ServerOptions.Parse(arguments));
}
