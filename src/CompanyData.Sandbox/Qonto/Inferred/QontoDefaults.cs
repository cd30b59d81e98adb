using System.Net;

namespace CompanyData.Sandbox.Qonto.Inferred;

/// <summary>Single values that no document gives. [inferred]</summary>
internal static class QontoDefaults
{
    /// <summary>The status of the response to a new registration; of files and webhooks 201 is [docs].</summary>
    public const HttpStatusCode Created = HttpStatusCode.Created;

    /// <summary>The status of the response to an e-mail to the owner, without a body.</summary>
    public const HttpStatusCode EmailSent = HttpStatusCode.NoContent;

    /// <summary>The name of the list of files; of one file <c>registration_file</c> is [docs].</summary>
    public const string FileList = "registration_files";

    /// <summary>"30 MB" [docs], read in its larger sense.</summary>
    public const int LargestFile = 30 * 1024 * 1024;

    /// <summary>The default is [docs], the most that a page holds is not.</summary>
    public const int DefaultPageSize = 25;
    public const int LargestPageSize = 100;

    /// <summary>The oldest birth date: "between today and 150 years ago". [seed]</summary>
    public const int OldestYears = 150;

    /// <summary>The wait that a temporary error response asks for.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Refusals for now before the registration that asks for them is made.</summary>
    public static int RefusalsForNow => 2;
}
