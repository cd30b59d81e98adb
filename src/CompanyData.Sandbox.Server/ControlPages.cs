using System.Globalization;
using CompanyData.Sandbox.Faults;

namespace CompanyData.Sandbox.Server;

/// <summary>The server's own paths. They need no key, meet no faults and are not counted as API requests.</summary>
internal sealed class ControlPages(SandboxHandler sandbox, Outage outage)
{
    public const string Path = "/sandbox";

    /// <summary><c>GET /faults</c> counts; <c>POST /outage?seconds=5</c> takes the service down for a while.</summary>
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
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await context.Response.WriteAsync("There is GET /sandbox/faults, and POST /sandbox/outage?seconds=5.");
                break;
        }
    }

    private static bool TryReadSeconds(string? text, out TimeSpan duration)
    {
        var isNumber = double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600;
        duration = isNumber ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return isNumber;
    }
}
