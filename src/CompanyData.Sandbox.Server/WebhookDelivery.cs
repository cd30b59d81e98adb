using System.Text;

namespace CompanyData.Sandbox.Server;

/// <summary>
/// Calls a webhook's address with what has happened in the sandbox: in no sure order, and each call twice, as services do when they are
/// not sure that one has arrived. After ten failures in a row it stops, as Qard does.
/// </summary>
internal sealed class WebhookDelivery(SandboxHandler sandbox, Uri address) : BackgroundService
{
    private const int MaxFailures = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var receiver = new HttpClient { Timeout = Timeout };
        using var timer = new PeriodicTimer(Pause);
        var failures = 0;
        while (failures < MaxFailures && await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var call in sandbox.TakeWebhooks(address))
            {
                failures = await IsTakenAsync(receiver, call, stoppingToken) ? 0 : failures + 1;
                if (failures == MaxFailures)
                {
                    await Console.Error.WriteLineAsync($"The webhook {address} failed {MaxFailures} times in a row and is switched off.");
                    break;
                }
            }
        }
    }

    private static async Task<bool> IsTakenAsync(HttpClient receiver, SandboxWebhook call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Address);
        request.Headers.TryAddWithoutValidation(call.SignatureHeader, call.Signature);
        if (call.Body is not null)
        {
            request.Content = new StringContent(call.Body, Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await receiver.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
