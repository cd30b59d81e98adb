using System.Text;

namespace CompanyData.Sandbox.Server;

/// <summary>
/// Calls webhooks with what has happened in the sandbox: in no sure order, and each call twice, as services do when they are not sure that
/// one has arrived. A receiver that fails ten times in a row is called no more, as Qard has it.
/// </summary>
/// <param name="sandbox">Where things happen.</param>
/// <param name="address">Stands in for addresses that are not on this machine.</param>
internal sealed class WebhookDelivery(SandboxHandler sandbox, Uri address) : BackgroundService
{
    private const int MaxFailures = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient { Timeout = Timeout };
        using var timer = new PeriodicTimer(Pause);
        do
        {
            foreach (var call in sandbox.TakeWebhooks(address))
            {
                await DeliverAsync(client, call, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeliverAsync(HttpClient client, SandboxWebhook call, CancellationToken cancellationToken)
    {
        var receiver = call.Address.GetLeftPart(UriPartial.Path);
        var failures = _failures.GetValueOrDefault(receiver);
        if (failures == MaxFailures)
        {
            return;
        }

        var status = await CallAsync(client, call, cancellationToken);
        call.Report(status);
        _failures[receiver] = status is >= 200 and < 300 ? 0 : failures + 1;
        if (_failures[receiver] == MaxFailures)
        {
            await Console.Error.WriteLineAsync($"The webhook {receiver} failed {MaxFailures} times in a row and is switched off.");
        }
    }

    /// <summary>The status of the response; null where there is none.</summary>
    private static async Task<int?> CallAsync(HttpClient client, SandboxWebhook call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Address);
        foreach (var header in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (call.Body is not null)
        {
            request.Content = new StringContent(call.Body, Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
