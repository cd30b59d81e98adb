namespace CompanyData.Audit;

/// <summary>How an audited call ended.</summary>
internal enum AuditOutcome
{
    Succeeded,

    Failed,

    /// <summary>A change that may have taken effect although no response confirms it.</summary>
    Unknown,

    /// <summary>Cancelled by the caller; a change may have taken effect.</summary>
    Cancelled,
}
