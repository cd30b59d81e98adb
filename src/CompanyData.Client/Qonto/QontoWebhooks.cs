using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Webhooks: where Qonto calls.</summary>
public sealed class QontoWebhooks
{
    private readonly ApiTransport _transport;
    private readonly QontoRequests _requests;

    internal QontoWebhooks(ApiTransport transport, QontoRequests requests)
    {
        _transport = transport;
        _requests = requests;
    }

    /// <summary>POST /register/webhooks [docs]. The answer repeats the secret, which is not passed on.</summary>
    public async Task<QontoWebhook> CreateAsync(Uri callback, bool enabled, Secret secret, CancellationToken cancellationToken)
    {
        JsonObject answer = await _requests.CreateOnceAsync(
            new ApiRequest
            {
                Method = HttpMethod.Post,
                Path = "register/webhooks",
                Operation = "create the webhook",
                Subject = callback.AbsoluteUri,
                Safety = RequestSafety.Create,
                Body = JsonSerializer.SerializeToUtf8Bytes(
                    new JsonObject { ["callback_url"] = callback.AbsoluteUri, ["enabled"] = enabled, ["secret"] = secret.Reveal() },
                    QontoJsonContext.Default.JsonObject),
                Secrets = [secret],
            },
            QontoJsonContext.Default.JsonObject,
            "Look in the developer portal before creating it again.",
            cancellationToken).ConfigureAwait(false);
        try
        {
            QontoWebhook webhook = (answer["webhook"] as JsonObject ?? answer).Deserialize(QontoJsonContext.Default.QontoWebhook)!;
            HideSecret(webhook.Extension, secret);
            return webhook;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw _transport.Fail(
                ApiErrorKind.InvalidResponse,
                "create the webhook",
                $"Qonto: the webhook was created, but the answer cannot be read{ApiExceptionFactory.DescribePosition(exception as JsonException, [secret])}",
                callback.AbsoluteUri,
                "Look in the developer portal before creating it again.");
        }
    }

    /// <summary>Under whatever name it comes back, and however deep.</summary>
    private static void HideSecret(Dictionary<string, JsonElement>? fields, Secret secret)
    {
        foreach (string name in fields?.Where(field => IsSecret(field.Key, field.Value, secret.Reveal())).Select(field => field.Key).ToArray() ?? [])
        {
            fields!.Remove(name);
        }
    }

    private static bool IsSecret(string name, JsonElement value, string secret) => value.ValueKind switch
    {
        _ when string.Equals(name, "secret", StringComparison.OrdinalIgnoreCase) => true,
        JsonValueKind.Object => value.EnumerateObject().Any(field => IsSecret(field.Name, field.Value, secret)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => IsSecret(string.Empty, item, secret)),
        _ => value.ToString().Contains(secret),
    };
}
