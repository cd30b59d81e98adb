using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Dossiers;

namespace CompanyData.Commands.Dossiers;

/// <summary>A command that reviews dossiers: thresholds, language and filters.</summary>
public abstract class ReviewCommand : DossierFileCommand
{
    private WildcardPattern[] _codes = [];
    private WildcardPattern[] _excluded = [];

    /// <summary>Only these codes; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    [SupportsWildcards]
    public string[] Code { get; set; } = ["*"];

    /// <summary>All but these codes; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    [SupportsWildcards]
    public string[] ExcludeCode { get; set; } = [];

    /// <summary>Only these severities.</summary>
    [Parameter]
    [ValidateSet(SeverityLevel.Critical, SeverityLevel.Review, SeverityLevel.Note)]
    public string[] Severity { get; set; } = [.. SeverityLevel.All];

    /// <summary>Percentage of capital or votes above which an owner controls the company.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public decimal OwnershipThreshold { get; set; } = ReviewOptions.LegalThreshold;

    /// <summary>The language of messages and remedies.</summary>
    [Parameter]
    [ValidateSet("en", "fr")]
    public string Language { get; set; } = "en";

    /// <summary>All codes.</summary>
    private protected abstract IReadOnlyList<string> Codes { get; }

    private protected virtual ReviewOptions Options => new() { OwnershipThreshold = OwnershipThreshold, Language = Language };

    protected override void BeginProcessing()
    {
        _codes = [.. Code.Select(Pattern)];
        _excluded = [.. ExcludeCode.Select(Pattern)];
    }

    private protected bool IsWanted(string code, string severity)
        => Severity.Contains(severity, StringComparer.OrdinalIgnoreCase) && Array.Exists(_codes, pattern => pattern.IsMatch(code)) && !Array.Exists(_excluded, pattern => pattern.IsMatch(code));

    private WildcardPattern Pattern(string code)
    {
        WildcardPattern pattern = new(code, WildcardOptions.IgnoreCase);
        if (!Codes.Any(pattern.IsMatch))
        {
            ArgumentException exception = new($"There is no code '{code}'. The codes are {string.Join(", ", Codes)}.");
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, code));
        }

        return pattern;
    }
}
