using CompanyData.Sandbox.Qard.Data;

namespace CompanyData.Sandbox.Qard;

/// <summary>
/// Sirens for tests and training. No real siren begins with 000, so these sirens trigger special behaviour:
/// <list type="table">
/// <item><term>000000001</term><description>COMPANY_OFFICER ends with FETCH_ERROR; all else succeeds.</description></item>
/// <item><term>000000002</term><description>COMPANY_OFFICER ends with AUTH_ERROR, and so does the connection, which then
/// has a <c>redirect_url</c>. Once the end user has consented there, all succeeds.</description></item>
/// <item><term>000000003</term><description>Every data type ends with INTERNAL_ERROR.</description></item>
/// <item><term>000000004</term><description>A synchronisation stays FETCHING forever.</description></item>
/// <item><term>000000005</term><description>sync/latest shows nothing of a synchronisation before it has ended.</description></item>
/// <item><term>000000006</term><description>The company profile stays 204 after SUCCESS.</description></item>
/// <item><term>000000007</term><description>Items are PAUSED, an undocumented status, before SUCCESS.</description></item>
/// <item><term>000000008</term><description>The user and its company profile carry undocumented fields.</description></item>
/// <item><term>000000009</term><description>The conformity check of the first officer has a hit, where the setting
/// <c>officers_check</c> of comply_cube is on.</description></item>
/// <item><term>000000010</term><description>The company is in a collective procedure: a legal notice, a judgment, and a
/// background check that is NOK.</description></item>
/// <item><term>0009…</term><description>Any siren that begins with 0009: a synchronisation takes twenty times as
/// long.</description></item>
/// </list>
/// </summary>
public static class MagicSirens
{
    internal const string UnknownStatus = "PAUSED";

    private static readonly MagicSiren Nobody = new() { Siren = "", Description = "" };

    /// <summary>The table.</summary>
    public static IReadOnlyList<MagicSiren> All { get; } =
    [
        new()
        {
            Siren = "000000001",
            Description = "COMPANY_OFFICER ends with FETCH_ERROR",
            FailingType = DataTypes.CompanyOfficer,
            FailingStatus = QardStatus.FetchError,
        },
        new()
        {
            Siren = "000000002",
            Description = "COMPANY_OFFICER and the connection end with AUTH_ERROR until the user consents again",
            FailingType = DataTypes.CompanyOfficer,
            FailingStatus = QardStatus.AuthError,
        },
        new() { Siren = "000000003", Description = "every data type ends with INTERNAL_ERROR", FailingStatus = QardStatus.InternalError },
        new() { Siren = "000000004", Description = "a synchronisation stays FETCHING for ever", NeverEnds = true },
        new() { Siren = "000000005", Description = "sync/latest shows a synchronisation only when it has ended", HidesSync = true },
        new() { Siren = "000000006", Description = "the company profile stays 204 after SUCCESS", HasNoProfile = true },
        new() { Siren = "000000007", Description = "items are PAUSED, an unknown status, before SUCCESS", Pauses = true },
        new() { Siren = "000000008", Description = "the user and its profile carry unknown fields", HasUnknownFields = true },
        new() { Siren = "000000009", Description = "the conformity check of the first officer has a hit, where comply_cube checks officers", HasConformityHit = true },
        new() { Siren = "000000010", Description = "the company is in a collective procedure, and its background check is NOK", IsInProcedure = true },
        new() { Siren = "0009", Description = "any siren that begins so: a synchronisation takes twenty times as long", DurationFactor = 20 },
    ];

    internal static MagicSiren Find(string? siren) =>
        All.FirstOrDefault(magic => siren?.StartsWith(magic.Siren, StringComparison.Ordinal) == true) ?? Nobody;
}
