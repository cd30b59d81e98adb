using CompanyData.Audit;

namespace CompanyData.Sessions;

/// <summary>The audit log of this process: records the calls of all sessions in all runspaces.</summary>
internal static class ProcessAudit
{
    public static readonly AuditTrail Trail = new();
}
