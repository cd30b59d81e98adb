using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Creditro.Inferred;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Creditro;

/// <summary>
/// The one public call of Creditro: a customer's KYC cases, with a token in <c>Authorization: Bearer</c>. [seed] Its example
/// sends POST although its name says Get: <see cref="SandboxOptions.CreditroMethod"/> decides.
/// </summary>
internal sealed class CreditroApi(SandboxOptions options) : SandboxService(SandboxHandler.CreditroPath)
{
    private const string Scheme = "Bearer ";
    private readonly CreditroUse _use = new(options);

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        if (call.Segments.Length != 1 || call.Segments[0].Length == 0)
        {
            return CreditroDefaults.Error(HttpStatusCode.NotFound, "Not found.");
        }

        if (call.Method != options.CreditroMethod.Method)
        {
            var refusal = CreditroDefaults.Error(HttpStatusCode.MethodNotAllowed, "Method not allowed.");
            refusal.Content.Headers.Allow.Add(options.CreditroMethod.Method);
            return refusal;
        }

        if (Authenticate(call) is not { } owner)
        {
            return CreditroDefaults.Error(HttpStatusCode.Unauthorized, "The token is missing, wrong or expired.");
        }

        if (call.UnderWay > 1 && options.CreditroOneAtATime)
        {
            return CreditroDefaults.QuotaExceeded("one request at a time");
        }

        if (!_use.TryTake())
        {
            return CreditroDefaults.QuotaExceeded($"maximum admitted {options.CreditroQuota} per minute");
        }

        return call.Segments[0] == owner
            ? Play(owner)
            : CreditroDefaults.Error(HttpStatusCode.Forbidden, "You do not have access to the requested resource.");
    }

    private static HttpResponseMessage List(Rows rows) => Reply.Stream(json => WriteItems(json, rows));

    private static IEnumerable<int> WriteItems(Utf8JsonWriter json, Rows rows)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var i = 0; i < rows.Count; i++)
        {
            rows.Write(json, i);
            yield return i;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The customer of the token, or null if the token is rejected.</summary>
    private string? Authenticate(SandboxCall call)
    {
        var header = call.Header("Authorization");
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (token, now) = (header.Substring(Scheme.Length).Trim(), options.Time.GetUtcNow());
        if (token == options.CreditroToken)
        {
            return CreditroTokens.HasEnded(token, now) ? null : options.CreditroCustomerId;
        }

        var customer = CreditroTokens.CustomerOf(token, now);
        return customer is not null && (customer == options.CreditroCustomerId || MagicCustomers.Contains(customer)) ? customer : null;
    }

    private HttpResponseMessage Play(string customer)
    {
        var cases = new KycCases(options.Seed, customer);
        var plain = new Rows(options.CreditroCaseCount, cases.Write);
        return MagicCustomers.PartOf(customer) switch
        {
            CustomerPart.EmptyBody => new HttpResponseMessage(HttpStatusCode.Created) { Content = new ByteArrayContent([]) },
            CustomerPart.NoCases => List(Rows.None),
            CustomerPart.BadRequest => CreditroDefaults.Error(HttpStatusCode.BadRequest, "A required field is missing."),
            CustomerPart.NoSubscription =>
                CreditroDefaults.Error(HttpStatusCode.Forbidden, "The organization does not have a valid Pro subscription."),
            CustomerPart.Burst when _use.IsInBurst() => CreditroDefaults.Error(HttpStatusCode.InternalServerError, "Server error."),
            CustomerPart.Down => CreditroDefaults.Error(HttpStatusCode.InternalServerError, "Server error."),
            CustomerPart.Throttled when !_use.HasWaited() => CreditroDefaults.QuotaExceeded("wait a couple of minutes"),
            CustomerPart.Strange => List(new Rows(options.CreditroCaseCount, cases.WriteStrange)),
            CustomerPart.NoItems => Reply.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("message", "OK");
                json.WriteEndObject();
            }),
            _ => List(plain),
        };
    }
}
