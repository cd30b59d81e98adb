using System.Globalization;
using System.Management.Automation;
using System.Text;
using CompanyData.Webhooks;

namespace CompanyData.Commands.Webhooks;

/// <summary>Checks the signature of a webhook call from Powens (BI-Signature).</summary>
[Cmdlet(VerbsDiagnostic.Test, "PowensWebhook")]
[OutputType(typeof(bool), typeof(PSObject))]
public sealed class TestPowensWebhookCommand : WebhookCommand
{
    /// <summary>The raw body: bytes as received, or text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The raw body.", Position = 0)]
    [AllowEmptyString]
    public object Body { get; set; } = string.Empty;

    /// <summary>The path that was called, such as /hooks/powens.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The path that was called, such as /hooks/powens.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The value of the header BI-Signature-Date, as received.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The value of the header BI-Signature-Date, as received.")]
    [AllowEmptyString]
    public string Date { get; set; } = string.Empty;

    private protected override string Service => "Powens";

    /// <summary>The date format is undocumented; an unreadable date is treated as too old.</summary>
    private protected override bool IsSigned(byte[] secret, out DateTimeOffset? time)
    {
        time = DateTimeOffset.TryParse(Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset made) ? made
            : long.TryParse(Date, NumberStyles.None, CultureInfo.InvariantCulture, out long unix) && unix <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : DateTimeOffset.MinValue;
        return WebhookSignature.IsPowens(secret, Path, Date, Bytes(Body), Signature);
    }

    private protected override object Event() => EventReader.Read(Bytes(Body));

    private protected override byte[] Content() => [.. Encoding.UTF8.GetBytes($"{Path} "), .. Bytes(Body)];
}
