using CompanyData.Audit;

namespace CompanyData.Commands.Audit;

/// <summary>The running audit log of this process.</summary>
public sealed class CompanyDataAudit
{
    internal CompanyDataAudit(AuditTrail trail)
    {
        Path = trail.Path!;
        RunId = trail.RunId!;
        StartedAt = trail.StartedAt.ToLocalTime();
        Calls = trail.Calls;
        Unwritten = trail.Unwritten;
    }

    public string Path { get; }

    /// <summary>Identifies the lines written until the audit is stopped.</summary>
    public string RunId { get; }

    public DateTime StartedAt { get; }

    /// <summary>Number of calls written since the start, by this process.</summary>
    public long Calls { get; }

    /// <summary>Number of calls that could not be written yet. No further call is sent until they are written.</summary>
    public int Unwritten { get; }
}
