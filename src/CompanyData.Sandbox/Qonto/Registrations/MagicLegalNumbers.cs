namespace CompanyData.Sandbox.Qonto;

/// <summary>
/// Values of <c>organization.legal_number</c> for tests and training. No real number begins with 000, so a registration with
/// one of these has special behaviour:
/// <list type="table">
/// <item><term>000000001</term><description>It waits in <c>created</c> for its owner, not in <c>pending</c>.</description></item>
/// <item><term>000000002</term><description>It never leaves <c>pending</c>, whoever visits the link.</description></item>
/// <item><term>000000003</term><description>It is <c>under_review</c>, an undocumented status, before it is
/// completed.</description></item>
/// <item><term>000000004</term><description>It carries undocumented fields, the unknown flow type <c>assisted</c>,
/// and nulls.</description></item>
/// <item><term>000000005</term><description>Its flow is manual from the start, with two reasons of which one has no
/// source.</description></item>
/// <item><term>000000006</term><description>Reading it by its id is 404 for SyncDuration; the list has it.</description></item>
/// <item><term>000000007</term><description>Its <c>redirection_link</c> is null for SyncDuration.</description></item>
/// <item><term>000000008</term><description>It is reset after contract_signed: an event <c>organizations.deleted</c>, and
/// <c>pending</c> again forever.</description></item>
/// <item><term>000000201</term><description>Creating it takes effect; the response is 201 without a body.</description></item>
/// <item><term>000000422</term><description>Creating it is rejected: an unsupported country with a pointer, and a second
/// entry without a source.</description></item>
/// <item><term>000000429</term><description>Creating it is 429 with Retry-After twice; the third call takes effect.</description></item>
/// <item><term>000000430</term><description>Creating it is 429 without Retry-After forever.</description></item>
/// <item><term>000000500</term><description>Creating it is 500; nothing takes effect.</description></item>
/// <item><term>000000502</term><description>Creating it takes effect; the response is 502 with a gateway's HTML.</description></item>
/// </list>
/// </summary>
public static class MagicLegalNumbers
{
    internal const string UnknownStatus = "under_review";
    internal const string UnknownFlowType = "assisted";

    /// <summary>The table.</summary>
    public static IReadOnlyList<MagicLegalNumber> All { get; } =
    [
        New("000000001", RegistrationPart.Created, "waits in created, not in pending"),
        New("000000002", RegistrationPart.Stuck, "never leaves pending"),
        New("000000003", RegistrationPart.UnknownStatus, "is under_review, an unknown status, before it is completed"),
        New("000000004", RegistrationPart.Strange, "carries unknown fields, an unknown flow type, and nulls"),
        New("000000005", RegistrationPart.Manual, "is manual from the start"),
        New("000000006", RegistrationPart.Late, "is 404 by its id for a while"),
        New("000000007", RegistrationPart.NoLink, "has no redirection_link for a while"),
        New("000000008", RegistrationPart.Reset, "is reset: organizations.deleted, and pending again"),
        New("000000201", RegistrationPart.EmptyBody, "takes effect, answered with 201 without a body"),
        New("000000422", RegistrationPart.Refused, "is refused: an unsupported country, and an entry without a source"),
        New("000000429", RegistrationPart.RateLimited, "is 429 with Retry-After twice, then takes effect"),
        New("000000430", RegistrationPart.AlwaysRateLimited, "is 429 without Retry-After for ever"),
        New("000000500", RegistrationPart.ServerError, "is 500 and takes no effect"),
        New("000000502", RegistrationPart.BadGateway, "takes effect, answered with 502 and a page"),
    ];

    internal static RegistrationPart PartOf(string? number) =>
        All.FirstOrDefault(magic => string.Equals(magic.Number, number, StringComparison.Ordinal))?.Part ?? RegistrationPart.Plain;

    private static MagicLegalNumber New(string number, RegistrationPart part, string description) =>
        new() { Number = number, Part = part, Description = description };
}
