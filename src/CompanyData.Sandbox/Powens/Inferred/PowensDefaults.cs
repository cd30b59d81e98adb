using System.Net;

namespace CompanyData.Sandbox.Powens.Inferred;

/// <summary>Single values that no document gives. [inferred]</summary>
internal static class PowensDefaults
{
    /// <summary>The code of a refused client application.</summary>
    public const string WrongClient = "invalidClient";

    /// <summary>The code of a call without a token.</summary>
    public const string NoToken = "unauthorized";

    /// <summary>The place of the transaction whose day a removed one shares.</summary>
    public const int RemovedLike = 2;

    /// <summary>Documents of a subscription.</summary>
    public const int DocumentCount = 24;

    /// <summary>The most transactions of an account that is not a checking account.</summary>
    public const int FewTransactions = 12;

    /// <summary>How long codes and temporary tokens live.</summary>
    public static TimeSpan TemporaryLife { get; } = TimeSpan.FromMinutes(30);

    /// <summary>From a temporary error response to <c>next_try</c>.</summary>
    public static TimeSpan RetryDelay { get; } = TimeSpan.FromHours(1);

    /// <summary>The shortest that a decoupled validation lasts.</summary>
    public static TimeSpan ShortestValidation { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How far back balances go.</summary>
    public static int DaysOfBalances => 90;

    /// <summary>How far back transactions go.</summary>
    public static int DaysOfTransactions => 365;

    /// <summary>
    /// 202 is [docs] of additionalInformationNeeded, and [inferred] of what else asks for the end user; else a new connection
    /// is 201 and a changed one 200 [docs].
    /// </summary>
    public static HttpStatusCode StatusOf(string? state, bool isNew) => state switch
    {
        PowensStates.AdditionalInformationNeeded or PowensStates.Decoupled or PowensStates.WebauthRequired or PowensStates.ScaRequired =>
            HttpStatusCode.Accepted,
        _ => isNew ? HttpStatusCode.Created : HttpStatusCode.OK,
    };

    /// <summary>The HTTP status of the codes that the API is known to use; the code is what counts.</summary>
    public static HttpStatusCode StatusOfError(string code) => code switch
    {
        "connectionLocked" => HttpStatusCode.Conflict,
        _ => HttpStatusCode.BadRequest,
    };
}
