namespace CompanyData.Module.Tests.Rules;

/// <summary>The reader, on the cmdlets of Samples/ in this very assembly.</summary>
public class CmdletReaderTests
{
    private readonly IReadOnlyList<Cmdlet> _cmdlets = CmdletReader.Read(typeof(CmdletReaderTests).Assembly.Location);

    [Fact]
    public void Read_ListsEveryCmdletByName() => Assert.Equal(["Get-QardSample", "Remove-QardSample"], _cmdlets.Select(c => c.Name));

    [Fact]
    public void Read_EverythingDeclared_IsSeen()
    {
        Cmdlet remove = _cmdlets[1];

        Assert.Equal("RemoveQardSampleCommand", remove.ClassName);
        Assert.Equal(["System.String"], remove.OutputTypes);
        Assert.True(remove is { IsPublic: true, IsSealed: true, SupportsShouldProcess: true, ConfirmImpactIsHigh: true, DeclaresOutputType: true });
    }

    [Fact]
    public void Read_NothingDeclared_IsSeen()
    {
        Cmdlet get = _cmdlets[0];

        Assert.False(get.IsPublic || get.IsSealed || get.SupportsShouldProcess || get.ConfirmImpactIsHigh || get.DeclaresOutputType);
        Assert.Empty(get.Parameters);
    }

    [Fact]
    public void Read_Parameters_IncludeThoseOfTheBases() => Assert.Equal(
        [
            new CmdletParameter("Name", "System.String[]", IsPiped: true, BindsByName: true),
            new CmdletParameter("Secret", "System.Security.SecureString"),
            new CmdletParameter("Session", "!0"),
            new CmdletParameter("ThrottleLimit", "System.Int32"),
        ],
        _cmdlets[1].Parameters);
}
