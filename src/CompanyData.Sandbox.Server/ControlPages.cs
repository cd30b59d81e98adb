using System.Globalization;
using CompanyData.Sandbox.Faults;
using CompanyData.Sandbox.Qard;

namespace CompanyData.Sandbox.Server;

/// <summary>The server's own paths. They need no key, meet no faults and are not counted as API requests.</summary>
internal sealed class ControlPages(SandboxHandler sandbox, Outage outage)
{
    public const string Path = "/sandbox";

    private const string Companies = "/companies/";

    /// <summary><c>/companies/{siren}</c> ages a company; <c>GET /faults</c> counts; <c>POST /outage?seconds=5</c> takes the service down for a while.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/faults"):
                var counts = sandbox.FaultCounts;
                await context.Response.WriteAsJsonAsync(new
                {
                    requests = sandbox.RequestCount,
                    faults = counts.Values.Sum(),
                    kinds = counts.ToDictionary(count => FaultKinds.NameOf(count.Key), count => count.Value),
                });
                break;
            case ("POST", "/outage") when TryReadSeconds(context.Request.Query["seconds"], out var duration):
                outage.Refuse(duration);
                outage.ResetOthers(context.Connection.Id);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                context.Response.Headers.Connection = "close";
                break;
            case ("POST", "/outage"):
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("Say how long: /sandbox/outage?seconds=5, up to an hour.");
                break;
            case ("GET" or "POST", var path) when path?.StartsWith(Companies, StringComparison.Ordinal) == true:
                await AnswerCompanyAsync(context, path.Substring(Companies.Length));
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await context.Response.WriteAsync("There is GET /sandbox/faults, POST /sandbox/outage?seconds=5, and GET and POST /sandbox/companies/{siren}.");
                break;
        }
    }

    /// <summary>GET tells what has happened to a company; POST lets something happen: <c>?events=SeatMoved,CompanyClosed</c>, or <c>?count=2</c> of the sandbox's choice.</summary>
    private async Task AnswerCompanyAsync(HttpContext context, string siren)
    {
        var query = context.Request.Query;
        var names = query["events"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isKnown = names.All(name => Enum.TryParse<CompanyEvent>(name, ignoreCase: true, out var what) && Enum.IsDefined(what));
        var count = int.TryParse(query["count"], CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000 ? number : 0;
        if (siren.Length != 9 || !siren.All(char.IsAsciiDigit) || !isKnown || (context.Request.Method == "POST" && names.Length == 0 && count == 0))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"Say what happens: /sandbox/companies/123456789?events=SeatMoved, or ?count=2, up to 1000. The events are {string.Join(", ", Enum.GetNames<CompanyEvent>())}.");
            return;
        }

        var history = context.Request.Method == "GET" ? sandbox.GetHistory(siren)
            : names.Length > 0 ? sandbox.Age(siren, [.. names.Select(name => Enum.Parse<CompanyEvent>(name, ignoreCase: true))])
            : sandbox.Age(siren, count);
        await context.Response.WriteAsJsonAsync(new { siren, events = history.Select(what => what.ToString()) });
    }

    private static bool TryReadSeconds(string? text, out TimeSpan duration)
    {
        var isNumber = double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600;
        duration = isNumber ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return isNumber;
    }
}
