using System.Management.Automation;
using CompanyData.Webhooks;

namespace CompanyData.Commands.Webhooks;

/// <summary>
/// Checks the signature of a webhook call from Qonto, of the onboarding API (Qonto-SHA256-Signature) or of the business API
/// (X-Qonto-Signature, which carries a time).
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "QontoWebhook")]
[OutputType(typeof(bool), typeof(PSObject))]
public sealed class TestQontoWebhookCommand : WebhookCommand
{
    /// <summary>The raw body: bytes as received, or text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The raw body.", Position = 0)]
    [AllowEmptyString]
    public object Body { get; set; } = string.Empty;

    private protected override string Service => "Qonto";

    private protected override bool IsSigned(byte[] secret, out DateTimeOffset? time)
    {
        time = null;
        if (!Signature.Contains("v1="))
        {
            return WebhookSignature.IsQonto(secret, Bytes(Body), Signature);
        }

        bool isSigned = WebhookSignature.IsQontoTimed(secret, Bytes(Body), Signature, out DateTimeOffset made);
        time = made;
        return isSigned;
    }

    private protected override object Event() => EventReader.Read(Bytes(Body));

    private protected override byte[] Content() => Bytes(Body);
}
