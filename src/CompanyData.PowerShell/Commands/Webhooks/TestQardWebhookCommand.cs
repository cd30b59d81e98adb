using System.Globalization;
using System.Management.Automation;
using System.Text;
using CompanyData.Webhooks;

namespace CompanyData.Commands.Webhooks;

/// <summary>Checks the signature of a webhook call from Qard: a GET whose whole URL is signed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "QardWebhook")]
[OutputType(typeof(bool), typeof(PSObject))]
public sealed class TestQardWebhookCommand : WebhookCommand
{
    /// <summary>The complete URL with its query, as called.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The complete URL with its query, as called.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = string.Empty;

    private protected override string Service => "Qard";

    private protected override bool IsSigned(byte[] secret, out DateTimeOffset? time)
    {
        Dictionary<string, string> query = Query();
        time = query.TryGetValue("date", out string? date) && long.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out long unix) && unix <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : DateTimeOffset.MinValue;
        return WebhookSignature.IsQard(Key(secret), Url, Signature);
    }

    private protected override object Event()
    {
        PSObject received = new();
        foreach (KeyValuePair<string, string> pair in Query())
        {
            ObjectShaper.AddProperty(received, pair.Key, pair.Value);
        }

        return received;
    }

    private protected override byte[] Content() => Encoding.UTF8.GetBytes(Url);

    /// <summary>The service returns the secret as base64 (qard.md, PUT /profile/webhook-secret); that its bytes are the key is [inferred].</summary>
    private static byte[] Key(byte[] secret)
    {
        try
        {
            return Convert.FromBase64String(Encoding.UTF8.GetString(secret));
        }
        catch (FormatException)
        {
            return secret;
        }
    }

    private Dictionary<string, string> Query()
    {
        int mark = Url.IndexOf('?');
        return (mark < 0 ? string.Empty : Url.Substring(mark + 1)).Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(['='], 2))
            .GroupBy(pair => Uri.UnescapeDataString(pair[0]), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Length > 1 ? Uri.UnescapeDataString(group.First()[1]) : string.Empty, StringComparer.Ordinal);
    }
}
