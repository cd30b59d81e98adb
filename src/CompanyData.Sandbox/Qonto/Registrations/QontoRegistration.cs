using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto;

/// <summary>
/// A registration. Once its owner has visited the link, its status follows from the clock: user_started at once, each further
/// one a share of SyncDuration later, the last one at its end.
/// </summary>
internal sealed class QontoRegistration
{
    private readonly TimeSpan _duration;
    private readonly List<QontoError> _breakdown;
    private readonly List<StatusStep> _steps = [];

    public QontoRegistration(Guid id, JsonElement body, DateTimeOffset now, TimeSpan duration)
    {
        (Id, Body, CreatedAt, _duration) = (id, body, now, duration);
        LegalFlow = body.RequiredText("legal_flow");
        Part = MagicLegalNumbers.PartOf(body.Find("organization")?.Text("legal_number"));
        _breakdown = [.. FlowFindings.OfBody(body)];
        if (Part is RegistrationPart.Manual)
        {
            _breakdown.Add(new("risk_assessment", "The activity is looked at by hand.", "/organization/legal_sector"));
            _breakdown.Add(new("other", "A reason that has no source."));
        }

        _steps.Add(StatusStep.From(Part is RegistrationPart.Created ? QontoStatus.Created : QontoStatus.Pending, now));
    }

    public Guid Id { get; }

    /// <summary>What was sent. Its amounts are never read into numbers.</summary>
    public JsonElement Body { get; }

    public DateTimeOffset CreatedAt { get; }

    public string LegalFlow { get; }

    public RegistrationPart Part { get; }

    public List<QontoFile> Files { get; } = [];

    public IReadOnlyList<QontoError> Breakdown => _breakdown;

    /// <summary>"Manual" where anything is in the way. [inferred]</summary>
    public string FlowType
    {
        get
        {
            if (Part is RegistrationPart.Strange)
            {
                return MagicLegalNumbers.UnknownFlowType;
            }

            return _breakdown.Count == 0 ? QontoTerms.Seamless : QontoTerms.Manual;
        }
    }

    public bool IsCompanyCreation => LegalFlow == QontoTerms.CompanyCreation;

    /// <summary>Whether a part hides something of it for now.</summary>
    public bool IsFreshAt(DateTimeOffset now) => now < CreatedAt + _duration;

    public bool HasStakeholder(string id) => Guid.TryParse(id, out var guid)
        && Enumerable.Range(0, Body.Find("stakeholders")?.GetArrayLength() ?? 0).Any(index => QontoWriting.StakeholderId(this, index) == guid);

    /// <summary>What it has been through, oldest first.</summary>
    public IEnumerable<StatusStep> StepsAt(DateTimeOffset now) => _steps.Where(step => step.At <= now);

    public StatusStep LastStepAt(DateTimeOffset now) => StepsAt(now).Last();

    /// <summary>The owner opens the link: the journey begins, once.</summary>
    public void Visit(DateTimeOffset now)
    {
        if (_steps.Count > 1 || Part is RegistrationPart.Stuck)
        {
            return;
        }

        _breakdown.AddRange(FlowFindings.OfFiles(LegalFlow, Files));
        var journey = Journey();
        for (var i = 0; i < journey.Count; i++)
        {
            var at = now + TimeSpan.FromTicks(_duration.Ticks * i / (journey.Count - 1));
            _steps.Add(Part is RegistrationPart.Reset && journey[i] == QontoStatus.Pending
                ? new StatusStep(QontoStatus.Pending, at, QontoEvent.OrganizationDeleted)
                : StatusStep.From(journey[i], at));
            if (journey[i] == QontoStatus.CapitalDepositCertificateSigned)
            {
                _steps.Add(new StatusStep(journey[i], at, StatusStep.StatementReady)); // That it comes then is [inferred].
            }
        }
    }

    private List<string> Journey()
    {
        List<string> journey = [.. IsCompanyCreation ? QontoStatus.OfCompanyCreation : QontoStatus.OfExistingCompany];
        switch (Part)
        {
            case RegistrationPart.UnknownStatus:
                journey.Insert(journey.Count - 1, MagicLegalNumbers.UnknownStatus);
                break;
            case RegistrationPart.Reset:
                journey = [.. journey.TakeWhile(status => status != QontoStatus.ContractSigned), QontoStatus.ContractSigned, QontoStatus.Pending];
                break;
        }

        return journey;
    }
}
