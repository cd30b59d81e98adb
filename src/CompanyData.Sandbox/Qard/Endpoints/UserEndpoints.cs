using System.Globalization;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>Companies and persons. A siren may be created twice. [docs]</summary>
internal sealed class UserEndpoints(QardState state)
{
    private const string France = "FR";
    private const string DefaultGroup = "default";

    public IEnumerable<Route> Routes =>
    [
        new("POST", "users/legal", CreateLegal),
        new("POST", "users/natural", CreateNatural),
        new("GET", "users", List),
        new("GET", "users/{user}", call => Write(call, state.Users.Find(call.Values[0]))),
        new("PATCH", "users/{user}", call => state.WithUser(call, user => Change(call, user))),
        new("DELETE", "users/{user}", call => state.WithUser(call, Remove)),
    ];

    private static HttpResponseMessage Write(SandboxCall call, QardUser user) =>
        Reply.Json(json => user.Write(json, call.Origin));

    private static HttpResponseMessage WriteCreated(SandboxCall call, QardUser user) =>
        Reply.Json(QardDefaults.Created, json => user.Write(json, call.Origin));

    private static string? CheckSiren(string? siren, string country)
    {
        var isSiren = siren is { Length: 9 } && siren.All(character => character is >= '0' and <= '9');
        return isSiren || country is not France
            ? siren
            : throw ApiException.Invalid("siren must have 9 digits where country is FR.", "siren");
    }

    private static void CheckDate(string? date)
    {
        if (date is not null && !DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw ApiException.Invalid("birth_date must be written yyyy-MM-dd.", "birth_date");
        }
    }

    private static HttpResponseMessage Change(SandboxCall call, QardUser user)
    {
        var body = call.ReadBody();
        var name = body.Find("name") is null ? user.Name : body.RequiredText("name");
        var group = body.Text("group") ?? user.Group;
        user.Notifications = body.TextList("notifications") ?? user.Notifications;
        user.Name = name;
        user.Group = group;
        return Write(call, user);
    }

    private HttpResponseMessage CreateLegal(SandboxCall call)
    {
        var body = call.ReadBody();
        var country = body.Text("country") ?? France;
        var name = body.RequiredText("name");
        var siren = CheckSiren(body.Text("siren"), country);
        var postalCode = body.Text("postal_code");
        var apeCode = body.Text("ape_code");
        var group = body.Text("group") ?? DefaultGroup;
        return WriteCreated(call, state.Users.Add(id => new QardUser
        {
            Id = id,
            Type = "LEGAL",
            Name = name,
            Siren = siren,
            PostalCode = postalCode,
            Country = country,
            ApeCode = apeCode,
            Group = group,
            CreatedAt = state.Now,
        }));
    }

    private HttpResponseMessage CreateNatural(SandboxCall call)
    {
        var body = call.ReadBody();
        var name = $"{body.RequiredText("first_name")} {body.RequiredText("last_name")}";
        var group = body.Text("group") ?? DefaultGroup;
        CheckDate(body.Text("birth_date"));
        return WriteCreated(call, state.Users.Add(id => new QardUser
        {
            Id = id,
            Type = "NATURAL",
            Name = name,
            Group = group,
            CreatedAt = state.Now,
        }));
    }

    private HttpResponseMessage List(SandboxCall call)
    {
        var users = state.Users.List(call.Query["siren"]);
        return Reply.List(Rows.From(users, (json, user) => user.Write(json, call.Origin)), QardPaging.PageOf(call.Query));
    }

    private HttpResponseMessage Remove(QardUser user)
    {
        state.Users.Remove(user);
        return Reply.NoContent();
    }
}
