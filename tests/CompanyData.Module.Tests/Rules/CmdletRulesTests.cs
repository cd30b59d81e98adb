namespace CompanyData.Module.Tests.Rules;

/// <summary>Each rule sees its violation, on made-up cmdlets.</summary>
public class CmdletRulesTests
{
    private static readonly Cmdlet Flawless = new()
    {
        ClassName = "RemoveQardUserCommand",
        Verb = "Remove",
        Noun = "QardUser",
        IsPublic = true,
        IsSealed = true,
        SupportsShouldProcess = true,
        ConfirmImpactIsHigh = true,
        DeclaresOutputType = true,
        Parameters =
        [
            new("Session", "CompanyData.QardSession", IsPiped: true),
            new("Siren", "System.String", IsPiped: true),
            new("Secret", "System.Security.SecureString"),
            new("SecretName", "System.String"),
            new("ThrottleLimit", "System.Int32"),
        ],
    };

    private static readonly Dictionary<string, Cmdlet> Violations = new()
    {
        ["approved verb"] = Flawless with { Verb = "Fetch" },
        ["noun of a system"] = Flawless with { Noun = "User" },
        ["class name"] = Flawless with { ClassName = "RemoveUserCommand" },
        ["public sealed class"] = Flawless with { IsSealed = false },
        ["output type"] = Flawless with { Verb = "Get", DeclaresOutputType = false },
        ["no bare strings"] = Flawless with { OutputTypes = ["System.String"] },
        ["should process"] = Flawless with { SupportsShouldProcess = false },
        ["removal asks"] = Flawless with { ConfirmImpactIsHigh = false },
        ["no plain secrets"] = With(new("ClientSecret", "System.String")),
        ["session"] = Without("Session"),
        ["throttle limit"] = Without("ThrottleLimit"),
        ["columns are read"] = With(new("BirthDate", "System.Nullable`1", BindsByName: true)),
    };

    public static TheoryData<string> RuleNames => [.. CmdletRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_Violated_IsReportedWithTheCmdlet(string name)
    {
        Cmdlet violator = Violations[name];

        string problem = Assert.Single(RuleNamed(name).Violations([Flawless, violator]));

        Assert.StartsWith(violator.Name + ": ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void OutputType_RemovalWithoutPassThru_MayBeLeftOut() =>
        Assert.Empty(RuleNamed("output type").Violations([Flawless with { DeclaresOutputType = false }]));

    [Fact]
    public void OutputType_RemovalWithPassThru_MayNotBeLeftOut() =>
        Assert.Single(RuleNamed("output type").Violations(
            [With(new("PassThru", "System.Management.Automation.SwitchParameter")) with { DeclaresOutputType = false }]));

    [Theory]
    [InlineData("ApiKey", "System.Object")]
    [InlineData("UserToken", "System.String[]")]
    [InlineData("password", "System.String")]
    [InlineData("ProviderCredential", "System.String")]
    public void NoPlainSecrets_AnyTypeThatShowsTheText_IsReported(string name, string type) =>
        Assert.Single(RuleNamed("no plain secrets").Violations([With(new(name, type))]));

    [Theory]
    [InlineData("System.String")]
    [InlineData("System.Int32")]
    [InlineData("System.Uri")]
    [InlineData("System.Management.Automation.SwitchParameter")]
    public void ColumnsAreRead_AnyTypeThatMayNotConvert_IsReportedUnlessItReadsItself(string type)
    {
        Assert.Single(RuleNamed("columns are read").Violations([With(new("Column", type, BindsByName: true))]));
        Assert.Empty(RuleNamed("columns are read").Violations([With(new("Column", type, BindsByName: true, ReadsItself: true))]));
        Assert.Empty(RuleNamed("columns are read").Violations([With(new("Column", type))]));
    }

    [Fact]
    public void ThrottleLimit_OnlyASessionIsPiped_IsNotAskedFor() =>
        Assert.Empty(RuleNamed("throttle limit").Violations(
            [Flawless with { Parameters = [new("Session", "CompanyData.QardSession", IsPiped: true)] }]));

    [Theory]
    [InlineData("should process")]
    [InlineData("session")]
    [InlineData("throttle limit")]
    public void OfflineCmdlet_NeedsNothingOfAService(string name) =>
        Assert.Empty(RuleNamed(name).Violations(
        [
            Flawless with
            {
                Verb = "New",
                Noun = "QontoStakeholder",
                SupportsShouldProcess = false,
                Parameters = [new("Name", "System.String", IsPiped: true)],
            },
        ]));

    private static Rule RuleNamed(string name) => CmdletRules.All.Single(rule => rule.Name == name);

    private static Cmdlet With(CmdletParameter parameter) => Flawless with { Parameters = [.. Flawless.Parameters, parameter] };

    private static Cmdlet Without(string name) => Flawless with { Parameters = [.. Flawless.Parameters.Where(p => p.Name != name)] };
}
