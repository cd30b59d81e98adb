using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Json;

/// <summary>Models read from an answer, the way the client reads them.</summary>
internal static class Reading
{
    public static async Task<QardCommerceTransaction> TransactionAsync(string fields)
    {
        using Wire wire = Answering($"[{{{fields}}}]");
        return Assert.Single(await wire.RunAsync(client => client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync()));
    }

    public static async Task<QardCompanyProfile> ProfileAsync(string fields)
    {
        using Wire wire = Answering($"{{{fields}}}");
        return (await wire.RunAsync(client => client.Data.GetCompanyProfileAsync("u", CancellationToken.None)))!;
    }

    public static async Task<QardCompanyOfficer> OfficerAsync(string fields)
    {
        using Wire wire = Answering($"[{{{fields}}}]");
        return Assert.Single(await wire.RunAsync(client => client.Data.ListCompanyOfficersAsync("u", false, CancellationToken.None).ReadAllAsync()));
    }

    public static async Task<QardUser> UserAsync(string fields)
    {
        using Wire wire = Answering($"{{{fields}}}");
        return await wire.RunAsync(client => client.Users.GetAsync("u", CancellationToken.None));
    }

    /// <summary>The error of a field that cannot be read; it names the path.</summary>
    public static async Task FailsAsync(string fields, string path)
    {
        using Wire wire = Answering($"[{{{fields}}}]");
        ApiException exception = await wire.FailAsync(client => client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync());
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains($" at $[0].{path}", exception.Message);
    }

    private static Wire Answering(string json)
    {
        Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(json));
        return wire;
    }
}
