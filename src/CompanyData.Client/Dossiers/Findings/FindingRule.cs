namespace CompanyData.Dossiers;

/// <summary>One thing to notice in a dossier. Every class of this kind is found and applied; nothing else has to be told of it.</summary>
internal abstract class FindingRule
{
    private static readonly Lazy<IReadOnlyList<FindingRule>> Rules = new(() => [.. typeof(FindingRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(FindingRule).IsAssignableFrom(type))
        .Select(type => (FindingRule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal)]);

    public static IReadOnlyList<FindingRule> All => Rules.Value;

    /// <summary>What it finds; stable and its own.</summary>
    public abstract string Code { get; }

    public abstract IEnumerable<DossierFinding> Find(FindingContext context);

    /// <param name="context">The dossier.</param>
    /// <param name="severity">One of <see cref="SeverityLevel"/>.</param>
    /// <param name="evidence">The property path in the dossier.</param>
    /// <param name="message">One or two sentences.</param>
    /// <param name="subject">The person or thing; null for the company.</param>
    /// <param name="remedy">What to do next, where known.</param>
    /// <param name="reference">What the service's support needs.</param>
    protected DossierFinding Create(
        FindingContext context, string severity, string evidence, string message, string? subject = null, string? remedy = null, string? reference = null) => new()
        {
            Siren = context.Dossier.Siren,
            Name = context.Dossier.CompanyName,
            Severity = severity,
            Code = Code,
            Subject = subject,
            Message = message,
            Evidence = evidence,
            Remedy = remedy,
            Reference = reference,
        };
}
