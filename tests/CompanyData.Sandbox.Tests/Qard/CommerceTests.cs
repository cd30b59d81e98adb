using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class CommerceTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Transactions_WithoutAPage_AreABareArrayOfAll()
    {
        var user = await _world.CreateCommerceUserAsync();
        var all = (await _world.GetAsync($"users/{user}/commerce-transactions")).Json;

        Assert.Equal(250, all.GetArrayLength());
        Assert.Equal(250, all.EnumerateArray().Select(row => row.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(
            ["FEE", "OTHER", "PAYMENT", "PAYMENT_REFUND", "PAYOUT"],
            all.EnumerateArray().Select(row => row.GetProperty("type").GetString()).Distinct().Order());
        Assert.Equal(
            [
                "id", "type", "status", "description", "amount", "fee_amount", "source_created_at", "initial_transaction_id",
                "related_transaction_id", "source_type", "provider_name", "data_connection_id",
            ],
            all[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Transactions_WithPages_AreTheSameRows()
    {
        var user = await _world.CreateCommerceUserAsync();
        var all = (await _world.GetAsync($"users/{user}/commerce-transactions")).Json.EnumerateArray().Select(row => row.GetRawText());

        var paged = new List<string>();
        for (var number = 1; number <= 3; number++)
        {
            var page = (await _world.GetAsync($"users/{user}/commerce-transactions?page={number}&per_page=100")).Json;
            Assert.Equal(250, page.GetProperty("total").GetInt32());
            Assert.Equal(3, page.GetProperty("last_page").GetInt32());
            paged.AddRange(page.GetProperty("result").EnumerateArray().Select(row => row.GetRawText()));
        }

        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Transactions_OfAMillion_AreMadeAsTheyAreRead()
    {
        using var world = new World(options => options.TransactionCount = 1_000_000);
        var user = await world.CreateCommerceUserAsync("""["COMMERCE_TRANSACTION"]""");
        using var response = await world.Client.GetAsync(
            $"users/{user}/commerce-transactions", HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = new byte[100];
        await stream.ReadExactlyAsync(start);

        Assert.Equal((byte)'[', start[0]);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 1_000_000);
        var last = (await world.GetAsync($"users/{user}/commerce-transactions?page=1000&per_page=1000")).Json;
        Assert.Equal(1000, last.GetProperty("last_page").GetInt32());
        Assert.Equal(1000, last.GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task Fees_OfTransactions_AreMoneyOrBareNumbers()
    {
        var user = await _world.CreateCommerceUserAsync();
        var kinds = (await _world.GetAsync($"users/{user}/commerce-transactions")).Json.EnumerateArray()
            .Select(row => row.GetProperty("fee_amount").ValueKind).Distinct();

        Assert.Equal([JsonValueKind.Object, JsonValueKind.Number], kinds.Order());
    }

    [Fact]
    public async Task Refunds_AndFees_NameTheirPayments()
    {
        var user = await _world.CreateCommerceUserAsync();
        var rows = (await _world.GetAsync($"users/{user}/commerce-transactions")).Json.EnumerateArray()
            .ToDictionary(row => row.GetProperty("id").GetString()!);
        foreach (var row in rows.Values)
        {
            var parent = row.GetProperty("type").GetString() switch
            {
                "PAYMENT_REFUND" => row.GetProperty("initial_transaction_id").GetString(),
                "FEE" => row.GetProperty("related_transaction_id").GetString(),
                _ => null,
            };
            Assert.True(parent is null || rows[parent].GetProperty("type").GetString() == "PAYMENT");
        }
    }

    [Theory]
    [InlineData("commerce-transactions-insight")]
    [InlineData("commerce-transactions-insights")]
    public async Task TransactionInsight_OfAllMonths_IsTheSumOfTheTransactions(string path)
    {
        var user = await _world.CreateCommerceUserAsync();
        var payments = (await _world.GetAsync($"users/{user}/commerce-transactions")).Json.EnumerateArray()
            .Where(row => row.GetProperty("type").GetString() == "PAYMENT").ToList();
        var months = (await _world.GetAsync($"users/{user}/{path}")).Json.EnumerateArray().ToList();

        Assert.Equal(12, months.Count);
        Assert.Equal(payments.Count, months.Sum(month => month.GetProperty("payments").GetProperty("nb").GetInt32()));
        Assert.Equal(payments.Sum(Amount), months.Sum(month => Amount(month.GetProperty("payments"))));
        Assert.Equal(payments.Count / 12m, (decimal)months.Average(month => month.GetProperty("payments").GetProperty("nb").GetInt32()), 2);
    }

    [Theory]
    [InlineData("commerce-subscriptions-insight")]
    [InlineData("commerce-subscriptions-insights")]
    public async Task SubscriptionInsight_OfTheLastMonth_CountsAllSubscriptions(string path)
    {
        var user = await _world.CreateCommerceUserAsync();
        var subscriptions = (await _world.GetAsync($"users/{user}/commerce-subscriptions")).Json.GetArrayLength();
        var last = (await _world.GetAsync($"users/{user}/{path}")).Json[11];

        Assert.Equal("2024-12", last.GetProperty("month").GetString());
        Assert.Equal(subscriptions, last.GetProperty("subscription_nb").GetInt32());
    }

    private static decimal Amount(JsonElement row) => row.GetProperty("amount").GetProperty("value").GetDecimal();
}
