namespace CompanyData.Module.Tests.Rules;

/// <summary>The built module keeps the rules, in both variants, and its manifest tells the truth about it.</summary>
public class ModuleAssemblyTests
{
    private static readonly Dictionary<string, IReadOnlyList<Cmdlet>> Cmdlets =
        Repository.Variants.ToDictionary(variant => variant, variant => CmdletReader.Read(Repository.ModuleAssembly(variant)));

    private static readonly Manifest Manifest = Manifest.Read(Repository.PathOf("CompanyData.psd1"));

    public static TheoryData<string> RuleNames => [.. CmdletRules.All.Select(rule => rule.Name)];

    public static TheoryData<string> Variants => [.. Repository.Variants];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Cmdlets_KeepTheRule(string name)
    {
        Rule rule = CmdletRules.All.Single(r => r.Name == name);

        ShouldBeEmpty(Repository.Variants.SelectMany(variant => rule.Violations(Cmdlets[variant])).Distinct());
    }

    [Fact]
    public void Variants_HaveTheSameCmdletsAndParameters()
    {
        HashSet<string> onlyInOne = [.. Signatures("net8.0")];
        onlyInOne.SymmetricExceptWith(Signatures("netstandard2.0"));

        ShouldBeEmpty(onlyInOne);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void CmdletsToExport_IsExactlyWhatTheAssemblyHas_Sorted(string variant)
    {
        string[] names = [.. Cmdlets[variant].Select(c => c.Name)];

        Assert.True(names.SequenceEqual(Manifest.CmdletsToExport), $"It should read:\n{string.Join('\n', names.Select(n => $"'{n}'"))}");
    }

    [Fact]
    public void ModuleVersion_IsTheVersionOfTheAssemblies() => Assert.Equal(Repository.Version, Manifest.Version);

    private static IEnumerable<string> Signatures(string variant) =>
        from cmdlet in Cmdlets[variant]
        from signature in cmdlet.Parameters.Select(p => $"{cmdlet.Name} -{p.Name} {p.Type}").Prepend(cmdlet.Name)
        select signature;

    // xunit would cut the lines short.
    private static void ShouldBeEmpty(IEnumerable<string> lines)
    {
        string text = string.Join('\n', lines);
        Assert.True(text.Length == 0, text);
    }
}
