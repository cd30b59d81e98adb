namespace CompanyData.Qonto;

/// <summary>Known statuses of a registration, in order. The service may use others. Source: the seed.</summary>
public static class QontoStatus
{
    public const string Completed = "completed";

    public static readonly IReadOnlyList<string> All =
    [
        "created", "pending", "user_started", "price_plan_selected", "contract_signed", "submitted", "capital_deposit_activated",
        "capital_deposit_request_signed", "capital_deposit_certificate_signed", Completed,
    ];

    public static bool IsKnown(string? status) => IndexOf(status) >= 0;

    /// <summary>Whether a status is <paramref name="wanted"/> or a later one.</summary>
    public static bool HasReached(string? status, string wanted)
    {
        int at = IndexOf(status);
        int goal = IndexOf(wanted);
        return string.Equals(status, wanted, StringComparison.OrdinalIgnoreCase) || (at >= 0 && goal >= 0 && at >= goal);
    }

    private static int IndexOf(string? status)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i], status, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
