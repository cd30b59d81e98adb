using CompanyData.Json;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>A registration that breaks rules; nothing was sent.</summary>
public sealed class QontoValidationException : ArgumentException
{
    internal QontoValidationException(QontoRegistrationDraft draft)
        : base($"The registration of {draft} breaks {draft.Findings.Count} rule(s); nothing was sent. {draft.Findings}. Mend it, or send it as it is with -SkipValidation.")
        => Findings = draft.Findings;

    /// <summary>The same as Test-QontoRegistration emits.</summary>
    public ValueList<QontoFinding> Findings { get; }
}
