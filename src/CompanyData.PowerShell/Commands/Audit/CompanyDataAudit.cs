using CompanyData.Audit;

namespace CompanyData.Commands.Audit;

/// <summary>The audit log that is being written.</summary>
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

    /// <summary>Stands on each line that is written until the audit ends.</summary>
    public string RunId { get; }

    public DateTime StartedAt { get; }

    /// <summary>Calls written since then, by this process.</summary>
    public long Calls { get; }

    /// <summary>Calls that could not be written yet. While there are any, no call is sent.</summary>
    public int Unwritten { get; }
}
