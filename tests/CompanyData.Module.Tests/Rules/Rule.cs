namespace CompanyData.Module.Tests.Rules;

/// <summary>Something that every cmdlet keeps to.</summary>
/// <param name="Name">The rule in a few words.</param>
/// <param name="Check">Says what a cmdlet does against the rule; null where it keeps it.</param>
internal sealed record Rule(string Name, Func<Cmdlet, string?> Check)
{
    /// <summary>Lists what the cmdlets do against the rule.</summary>
    public IEnumerable<string> Violations(IEnumerable<Cmdlet> cmdlets) =>
        from cmdlet in cmdlets
        let problem = Check(cmdlet)
        where problem is not null
        select $"{cmdlet.Name}: {problem}";
}
