namespace CompanyData.Sandbox.Qard.Data;

/// <summary>A subscription of the year 2024.</summary>
internal sealed record CommerceSubscription(
    Guid Id, DateTime CreatedAt, decimal Amount, string Status, string Plan, string Unit, int Interval)
{
    private const decimal MonthsPerYear = 12m;

    /// <summary>What it brings in a month, on the average.</summary>
    public decimal MonthlyAmount
    {
        get
        {
            var timesPerYear = Unit switch
            {
                "day" => 365m,
                "week" => 52m,
                "month" => MonthsPerYear,
                _ => 1m,
            };
            return Amount * timesPerYear / Interval / MonthsPerYear;
        }
    }
}
