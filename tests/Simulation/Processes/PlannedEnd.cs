namespace CompanyData.Simulation;

/// <param name="How">How it ends.</param>
/// <param name="Moment">At the how manieth of its moments, from 1.</param>
internal sealed record PlannedEnd(EndKind How, int Moment);
