namespace CompanyData.Dossiers;

/// <summary>A rule that assesses one kind of change. Rules are discovered by reflection; no registration is needed.</summary>
internal abstract class ChangeRule
{
    private static readonly Lazy<IReadOnlyList<ChangeRule>> Rules = new(() => [.. typeof(ChangeRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(ChangeRule).IsAssignableFrom(type))
        .Select(type => (ChangeRule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal)]);

    public static IReadOnlyList<ChangeRule> All => Rules.Value;

    /// <summary>Stable, unique code of the change.</summary>
    public abstract string Code { get; }

    /// <returns>Null if the rule does not apply to the change.</returns>
    public abstract ChangeGrade? Grade(ChangeContext change);
}
