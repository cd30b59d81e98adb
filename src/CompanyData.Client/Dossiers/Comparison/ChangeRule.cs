namespace CompanyData.Dossiers;

/// <summary>Tells what a change means. Every class of this kind is found and applied; nothing else has to be told of it.</summary>
internal abstract class ChangeRule
{
    private static readonly Lazy<IReadOnlyList<ChangeRule>> Rules = new(() => [.. typeof(ChangeRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(ChangeRule).IsAssignableFrom(type))
        .Select(type => (ChangeRule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal)]);

    public static IReadOnlyList<ChangeRule> All => Rules.Value;

    /// <summary>What the change means; stable and its own.</summary>
    public abstract string Code { get; }

    /// <returns>Null where the change is of another kind.</returns>
    public abstract ChangeGrade? Grade(ChangeContext change);
}
