namespace CompanyData.Simulation;

/// <summary>Nothing comes after this in a process: it unwinds what a dead process would no longer do.</summary>
internal sealed class ProcessDiedException() : Exception("The process has died.");
