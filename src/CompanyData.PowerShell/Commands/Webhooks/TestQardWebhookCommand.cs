using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text;
using CompanyData.Qard;
using CompanyData.Webhooks;

namespace CompanyData.Commands.Webhooks;

/// <summary>Checks the signature of a webhook call from Qard: a GET whose whole URL is signed. Reads the body of an alert, which is not signed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "QardWebhook", DefaultParameterSetName = Call)]
[OutputType(typeof(bool), typeof(PSObject), typeof(QardAlert))]
public sealed class TestQardWebhookCommand : WebhookCommand
{
    private const string Call = "Call";
    private const string Alert = "Alert";

    /// <summary>The complete URL with its query, as called.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The complete URL with its query, as called.", Position = 0, ParameterSetName = Call)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = string.Empty;

    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The secret that the service signs with.", ParameterSetName = Call)]
    [ValidateNotNull]
    [SecretInput]
    public override SecureString Secret { get; set; } = new();

    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The signature header's value, as received.", ParameterSetName = Call)]
    [AllowEmptyString]
    public override string Signature { get; set; } = string.Empty;

    /// <summary>The raw body of a monitoring alert: bytes as received, or text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The raw body of a monitoring alert.", ParameterSetName = Alert)]
    [AllowEmptyString]
    public object Body { get; set; } = string.Empty;

    private protected override string Service => "Qard";

    /// <summary>An alert can be read but not checked, so it never passes for a genuine call.</summary>
    protected override void EndProcessing()
    {
        if (ParameterSetName != Alert)
        {
            base.EndProcessing();
        }
        else if (PassThru)
        {
            WriteAlert();
        }
        else
        {
            WriteVerbose($"{Service}: an alert is not signed");
            WriteObject(false);
        }
    }

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

    private void WriteAlert()
    {
        QardAlert alert;
        try
        {
            alert = QardAlert.Parse(Bytes(Body));
        }
        catch (ArgumentException exception)
        {
            WriteError(ErrorRecords.InvalidInput(exception, Service, target: null));
            return;
        }

        WriteWarning($"{Service}: the alert is not signed, so anybody may have sent it. Read the data of the user again before acting on it.");
        WriteObject(ObjectShaper.Shape(alert));
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
