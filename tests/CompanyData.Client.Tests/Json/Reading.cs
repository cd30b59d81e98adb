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
        using Wire wire = Answering($"{{\"name\":\"Example\",{fields}}}");
        return (await wire.RunAsync(client => client.Data.GetCompanyProfileAsync("u", CancellationToken.None)))!;
    }

    public static async Task<QardCompanyOfficer> OfficerAsync(string fields)
    {
        using Wire wire = Answering($"[{{{fields}}}]");
        return Assert.Single(await wire.RunAsync(client => client.Data.ListCompanyOfficersAsync("u", false, CancellationToken.None).ReadAllAsync()));
    }

    public static async Task<QardUser> UserAsync(string fields)
    {
        using Wire wire = Answering($"{{\"name\":\"Example\",{fields}}}");
        return await wire.RunAsync(client => client.Users.GetAsync("u", CancellationToken.None));
    }

    /// <summary>The raw value of a field that cannot be read; the item is there all the same, and so is the one after it.</summary>
    public static async Task<object?> RawAsync(string field, string json)
    {
        using Wire wire = Answering($"[{{\"id\":\"1\",\"{field}\":{json}}},{{\"id\":\"2\"}}]").Always(Replies.Json("[]"));
        List<QardCommerceTransaction> items = await wire.RunAsync(client => client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync());
        Assert.Equal(["1", "2"], items.Select(item => item.Id));
        return items[0].GetAdditionalFields()[$"{field}_raw"];
    }

    private static Wire Answering(string json)
    {
        Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(json));
        return wire;
    }
}
