using CompanyData.Json;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>A registration violates rules; nothing was sent.</summary>
public sealed class QontoValidationException : ArgumentException
{
    internal QontoValidationException(QontoRegistrationDraft draft)
        : base($"The registration of {draft} violates {draft.Findings.Count} {(draft.Findings.Count == 1 ? "rule" : "rules")}; nothing was sent. {draft.Findings}. Fix it, or send it unchanged with -SkipValidation.")
        => Findings = draft.Findings;

    /// <summary>The violations, as emitted by Test-QontoRegistration.</summary>
    public ValueList<QontoFinding> Findings { get; }
}
