using CompanyData.Audit;

namespace CompanyData.Sessions;

/// <summary>The one audit of this process: it hears the calls of every session in every runspace.</summary>
internal static class ProcessAudit
{
    public static readonly AuditTrail Trail = new();
}
