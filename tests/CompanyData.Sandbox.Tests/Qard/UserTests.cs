using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class UserTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task CreateLegal_WithTheBodyOfTheSeed_AnswersTheUser()
    {
        var answer = await _world.SendAsync("POST", "users/legal", """{"name":"Example Company SAS","siren":"123456789"}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.True(Guid.TryParse(answer.Text("id"), out _));
        Assert.Equal("LEGAL", answer.Text("type"));
        Assert.Equal("Example Company SAS", answer.Text("name"));
        Assert.Equal("123456789", answer.Text("siren"));
        Assert.Equal("default", answer.Text("group"));
        Assert.Equal("2024-01-15 10:30:00", answer.Text("created_at"));
    }

    [Theory]
    [InlineData("""{"siren":"123456789"}""", 422)]
    [InlineData("""{"name":" ","siren":"123456789"}""", 422)]
    [InlineData("""{"name":7,"siren":"123456789"}""", 422)]
    [InlineData("""{"name":"Example"}""", 422)]
    [InlineData("""{"name":"Example","siren":"12345678"}""", 422)]
    [InlineData("""{"name":"Example","siren":"12345678X"}""", 422)]
    [InlineData("""{"name":"Example","siren":"12345678X","country":"FR"}""", 422)]
    [InlineData("""{"name":"Example","siren":"HRB 1","country":"DE"}""", 201)]
    [InlineData("""{"name":"Example","country":"DE"}""", 201)]
    [InlineData("""{"name":"Example","siren":"123456789","unknown":{"deep":[1]}}""", 201)]
    [InlineData("null", 422)]
    [InlineData("{'name':'Example'}", 400)]
    [InlineData("name=Example", 400)]
    public async Task CreateLegal_WithThisBody_Answers(string body, int expected) =>
        Assert.Equal(expected, (int)(await _world.SendAsync("POST", "users/legal", body)).Status);

    [Theory]
    [InlineData("""{"first_name":"Camille","last_name":"Exemple","birth_date":"1980-02-29"}""", 201)]
    [InlineData("""{"first_name":"Camille","last_name":"Exemple"}""", 201)]
    [InlineData("""{"first_name":"Camille","last_name":"Exemple","birth_date":"29/02/1980"}""", 422)]
    [InlineData("""{"first_name":"Camille"}""", 422)]
    public async Task CreateNatural_WithThisBody_Answers(string body, int expected) =>
        Assert.Equal(expected, (int)(await _world.SendAsync("POST", "users/natural", body)).Status);

    [Fact]
    public async Task CreateNatural_WithNames_IsAPerson()
    {
        var answer = await _world.SendAsync("POST", "users/natural", """{"first_name":"Camille","last_name":"Exemple"}""");
        Assert.Equal("NATURAL", answer.Text("type"));
        Assert.Equal("Camille Exemple", answer.Text("name"));
    }

    [Fact]
    public async Task CreateLegal_WithTheSameSiren_MakesAnotherUser()
    {
        Assert.NotEqual(await _world.CreateUserAsync(), await _world.CreateUserAsync());
        Assert.Equal(2, (await _world.GetAsync("users?siren=123456789")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task List_WithPages_HasTheEnvelopeAndEveryUserOnce()
    {
        for (var i = 0; i < 5; i++)
        {
            await _world.CreateUserAsync($"10000000{i}");
        }

        var sirens = new List<string?>();
        for (var number = 1; number <= 3; number++)
        {
            var page = (await _world.GetAsync($"users?page={number}&per_page=2")).Json;
            Assert.Equal(
                ["total", "per_page", "current_page", "last_page", "result"], page.EnumerateObject().Select(field => field.Name));
            Assert.Equal((5, 2, number, 3), (
                page.GetProperty("total").GetInt32(),
                page.GetProperty("per_page").GetInt32(),
                page.GetProperty("current_page").GetInt32(),
                page.GetProperty("last_page").GetInt32()));
            sirens.AddRange(page.GetProperty("result").EnumerateArray().Select(user => user.GetProperty("siren").GetString()));
        }

        Assert.Equal(["100000000", "100000001", "100000002", "100000003", "100000004"], sirens);
        Assert.Empty((await _world.GetAsync("users?page=4&per_page=2")).Json.GetProperty("result").EnumerateArray());
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=first")]
    [InlineData("per_page=-1")]
    public async Task List_WithAnInvalidPage_Is422(string query) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.GetAsync($"users?{query}")).Status);

    [Fact]
    public async Task List_BySiren_FindsMoreThanExactMatches()
    {
        await _world.CreateUserAsync("123456789");
        await _world.CreateUserAsync("912345678");
        await _world.CreateUserAsync("555555555");

        var found = (await _world.GetAsync("users?siren=12345678")).Json.GetProperty("result");
        Assert.Equal(["123456789", "912345678"], found.EnumerateArray().Select(user => user.GetProperty("siren").GetString()));
    }

    [Fact]
    public async Task Change_OfNameAndGroup_IsKept()
    {
        var user = await _world.CreateUserAsync();
        await _world.SendAsync("PATCH", $"users/{user}", """{"name":"Other","group":"second","notifications":["A"]}""");

        var read = await _world.GetAsync($"users/{user}");
        Assert.Equal("Other", read.Text("name"));
        Assert.Equal("second", read.Text("group"));
        Assert.Equal("A", read.Json.GetProperty("notifications")[0].GetString());
    }

    [Theory]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"Other","group":1}""")]
    [InlineData("""{"name":"Other","notifications":"A"}""")]
    public async Task Change_WithAnInvalidField_Is422AndChangesNothing(string body)
    {
        var user = await _world.CreateUserAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.SendAsync("PATCH", $"users/{user}", body)).Status);
        Assert.Equal("Example Company SAS", (await _world.GetAsync($"users/{user}")).Text("name"));
    }

    [Fact]
    public async Task Remove_OfAUserWithConnections_TakesThemAlong()
    {
        var user = await _world.CreateUserAsync();
        await _world.SetUpGoCardlessAsync();
        var connection = await _world.ConnectAsync(user, "gocardless", World.CommerceTypes);

        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", $"users/{user}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.SendAsync("DELETE", $"users/{user}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync($"users/{user}/data-connections")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync(connection.Text("redirect_url"))).Status);
        Assert.Equal(0, (await _world.GetAsync("users")).Json.GetProperty("total").GetInt32());
    }
}
