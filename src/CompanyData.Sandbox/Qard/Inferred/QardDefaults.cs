using System.Net;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>Single values that no document gives. [inferred]</summary>
internal static class QardDefaults
{
    /// <summary>The status of the response to a create.</summary>
    public const HttpStatusCode Created = HttpStatusCode.Created;

    /// <summary>The <c>type</c> of an officer or owner that is a company; of users it is [seed].</summary>
    public const string CompanyType = "LEGAL";

    /// <summary>The <c>type</c> of an officer or owner that is a person; of users it is [docs].</summary>
    public const string PersonType = "NATURAL";

    /// <summary>The longest that a connection is CONNECTING after the end user's consent.</summary>
    public static TimeSpan LongestConnecting { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Names of monitoring alerts at GET /notification; that the call answers such names is [docs].</summary>
    public static IReadOnlyList<string> Notifications { get; } =
        [AlertTable.Profile, AlertTable.Officers, AlertTable.Owners];

    /// <summary>The form of <c>month</c> in insights.</summary>
    public static string MonthText(int year, int month) => $"{year:D4}-{month:D2}";

    /// <summary>Event types of webhooks. [docs]</summary>
    public static IReadOnlyList<string> WebhookEvents { get; } =
    [
        "DATA_CONNECTION_AUTH_REQUIRED", "DATA_CONNECTION_CONNECTING", "DATA_CONNECTION_CONNECTED",
        "DATA_CONNECTION_AUTH_ERROR", "DATA_CONNECTION_DISCONNECTED",
        "DATA_SYNC_QUEUED", "DATA_SYNC_FETCHING", "DATA_SYNC_SUCCESS", "DATA_SYNC_AUTH_ERROR", "DATA_SYNC_FETCH_ERROR",
        "REPORT_SUBMITTED", "REPORT_PROCESSING", "REPORT_DONE",
    ];
}
