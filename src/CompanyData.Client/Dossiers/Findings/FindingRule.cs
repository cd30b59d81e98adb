namespace CompanyData.Dossiers;

/// <summary>A rule that finds one kind of finding in a dossier. Rules are discovered by reflection; no registration is needed.</summary>
internal abstract class FindingRule
{
    private static readonly Lazy<IReadOnlyList<FindingRule>> Rules = new(() => [.. typeof(FindingRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(FindingRule).IsAssignableFrom(type))
        .Select(type => (FindingRule)Activator.CreateInstance(type)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal)]);

    public static IReadOnlyList<FindingRule> All => Rules.Value;

    /// <summary>Stable, unique code of the findings.</summary>
    public abstract string Code { get; }

    public abstract IEnumerable<DossierFinding> Find(FindingContext context);

    /// <param name="context">The dossier under review.</param>
    /// <param name="severity">One of <see cref="SeverityLevel"/>.</param>
    /// <param name="evidence">Property path in the dossier.</param>
    /// <param name="message">One or two sentences.</param>
    /// <param name="subject">The person or item concerned; null for the company.</param>
    /// <param name="remedy">What to do next; null if unknown.</param>
    /// <param name="reference">Error id and request id for the service's support; null for none.</param>
    /// <param name="english">Parts of message and remedy that are English although the review is not; null for none.</param>
    protected DossierFinding Create(
        FindingContext context, string severity, string evidence, string message, string? subject = null, string? remedy = null, string? reference = null, IEnumerable<string?>? english = null) => new()
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
            English = [.. (english ?? []).OfType<string>()],
        };
}
