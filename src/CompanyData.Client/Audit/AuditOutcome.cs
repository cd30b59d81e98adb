namespace CompanyData.Audit;

/// <summary>How an audited call ended.</summary>
internal enum AuditOutcome
{
    Succeeded,

    Failed,

    /// <summary>A change that may have taken effect although no answer says so.</summary>
    Unknown,

    /// <summary>The caller ended it; a change may have taken effect.</summary>
    Cancelled,
}
