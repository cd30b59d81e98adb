using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;

namespace CompanyData.Client.Tests.Qonto;

public class QontoPartnerEventTests
{
    private static readonly DateTimeOffset Time = new(2024, 1, 15, 11, 30, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Send_Event_IsInUtcAndNamesWhatWasGiven()
    {
        using QontoWire wire = new();
        await SendAsync(wire.Then(Replies.Status(204)), new() { Event = "card_ordered", OccurredAt = Time, RegistrationId = "r-1" });
        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(("POST", "/register/partner_events"), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["event"] = "card_ordered", ["occurred_at"] = "2024-01-15T10:30:00Z", ["registration_id"] = "r-1" }, JsonNode.Parse(request.Body!)));
    }

    /// <summary>The earliest time is kept, so that a repetition changes nothing.</summary>
    [Fact]
    public async Task Send_AnswerIsLost_IsSentAgainWithTheSameTime()
    {
        using QontoWire wire = new();
        await SendAsync(wire.Then(Replies.Reset(), Replies.Status(502), Replies.Json("{}", 201)), new() { Event = "card_ordered", OrganizationId = "o-1" });
        Assert.Equal(3, wire.Requests.Count);
        Assert.Single(wire.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task Send_AboutNothing_IsRefused()
    {
        using QontoWire wire = new();
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(wire, new() { Event = "card_ordered" }));
        Assert.Empty(wire.Requests);
    }

    private static Task SendAsync(QontoWire wire, QontoPartnerEvent told) => wire.RunAsync(async client =>
    {
        await client.Events.SendAsync(told, CancellationToken.None);
        return true;
    });
}
