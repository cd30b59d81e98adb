namespace CompanyData.Sandbox.Qonto;

/// <summary>A status, when it was reached, and the event that tells of it.</summary>
internal sealed record StatusStep(string Status, DateTimeOffset At, string EventType)
{
    /// <summary>The status stays; something else has happened. [docs]</summary>
    public const string StatementReady = "registrations.capital_deposit_statement_ready";

    /// <summary>Event types are <c>registrations.</c> and the status. [docs]</summary>
    public static StatusStep From(string status, DateTimeOffset at) => new(status, at, $"registrations.{status}");
}
