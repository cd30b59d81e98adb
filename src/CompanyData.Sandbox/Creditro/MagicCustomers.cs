namespace CompanyData.Sandbox.Creditro;

/// <summary>
/// Creditro customers for tests and training; none of them exists. Each is called with a token of its own, out of
/// <see cref="CreditroTokens"/>, or by making it the <see cref="SandboxOptions.CreditroCustomerId"/>:
/// <list type="table">
/// <item><term>sandbox-empty</term><description>201 without a body.</description></item>
/// <item><term>sandbox-none</term><description>An empty list of cases.</description></item>
/// <item><term>sandbox-invalid</term><description>400: a required field is missing.</description></item>
/// <item><term>sandbox-basic</term><description>403: the organization has no Pro subscription.</description></item>
/// <item><term>sandbox-burst</term><description>500 three times in a row, then its cases, and again from the start.</description></item>
/// <item><term>sandbox-down</term><description>500 always.</description></item>
/// <item><term>sandbox-throttled</term><description>429 in plain text until two minutes after its first call, then its
/// cases.</description></item>
/// <item><term>sandbox-strange</term><description>Items under other names, of other types, and without an id.</description></item>
/// <item><term>sandbox-page</term><description>200 and an object without <c>items</c>.</description></item>
/// </list>
/// </summary>
public static class MagicCustomers
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<MagicCustomer> All { get; } =
    [
        new() { Id = "sandbox-empty", Description = "201 without a body", Part = CustomerPart.EmptyBody },
        new() { Id = "sandbox-none", Description = "an empty list of cases", Part = CustomerPart.NoCases },
        new() { Id = "sandbox-invalid", Description = "400, a required field is missing", Part = CustomerPart.BadRequest },
        new() { Id = "sandbox-basic", Description = "403, no Pro subscription", Part = CustomerPart.NoSubscription },
        new() { Id = "sandbox-burst", Description = "500 three times, then its cases", Part = CustomerPart.Burst },
        new() { Id = "sandbox-down", Description = "500 for ever", Part = CustomerPart.Down },
        new() { Id = "sandbox-throttled", Description = "429 in plain text for two minutes", Part = CustomerPart.Throttled },
        new() { Id = "sandbox-strange", Description = "items under other names and of other types", Part = CustomerPart.Strange },
        new() { Id = "sandbox-page", Description = "200 without items", Part = CustomerPart.NoItems },
    ];

    internal static CustomerPart PartOf(string id) =>
        All.FirstOrDefault(magic => string.Equals(magic.Id, id, StringComparison.Ordinal))?.Part ?? CustomerPart.Plain;

    internal static bool Contains(string id) => PartOf(id) is not CustomerPart.Plain;
}
