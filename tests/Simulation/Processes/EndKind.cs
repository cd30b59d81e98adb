namespace CompanyData.Simulation;

/// <summary>How a process ends before its work is done.</summary>
internal enum EndKind
{
    /// <summary>SIGKILL: what was written stays in the system's cache and reaches the disk.</summary>
    Kill,

    /// <summary>The machine loses power: of what was not flushed, any page may be lost.</summary>
    PowerCut,

    /// <summary>Ctrl+C.</summary>
    Stop,

    /// <summary>The session is closed from another runspace.</summary>
    Close,
}
