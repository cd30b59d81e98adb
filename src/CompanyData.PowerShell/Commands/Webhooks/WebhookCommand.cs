using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using CompanyData.Pipeline;
using CompanyData.Sessions;

namespace CompanyData.Commands.Webhooks;

/// <summary>Checks a received webhook request. Emits true or false; with -PassThru, the event or an error.</summary>
public abstract class WebhookCommand : PSCmdlet
{
    /// <summary>The secret that the service signs with.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The secret that the service signs with.")]
    [ValidateNotNull]
    [SecretInput]
    public virtual SecureString Secret { get; set; } = new();

    /// <summary>The signature header's value, as received.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The signature header's value, as received.")]
    [AllowEmptyString]
    public virtual string Signature { get; set; } = string.Empty;

    /// <summary>Maximum age of a request with a time, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Emits the event of a genuine request, otherwise writes an error.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private object? _event;

    private protected abstract string Service { get; }

    /// <summary>Returns why the request is rejected; null if it is genuine.</summary>
    /// <param name="secret">The secret's bytes.</param>
    /// <param name="time">Time of the request; null if it has none.</param>
    private protected abstract bool IsSigned(byte[] secret, out DateTimeOffset? time);

    private protected abstract object Event();

    /// <summary>The signed content without the time.</summary>
    private protected abstract byte[] Content();

    protected override void BeginProcessing() => NullArguments.Reject(this, Service);

    protected override void EndProcessing()
    {
        string? refusal;
        try
        {
            refusal = Refusal(Encoding.UTF8.GetBytes(Secret.ToSecret().Reveal()));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, Service, target: null));
            return;
        }

        if (!PassThru)
        {
            if (refusal is not null)
            {
                WriteVerbose($"{Service}: {refusal}");
            }

            WriteObject(refusal is null);
            return;
        }

        if (refusal is null)
        {
            WriteObject(_event);
            return;
        }

        WriteError(Refused(refusal));
    }

    private protected ErrorRecord Refused(string reason) => ErrorRecords.Create(
        new SecurityException($"{Service}: the webhook request is rejected: {reason}."), $"{Service}WebhookRefused", ErrorCategory.SecurityError, Signature, remedy: null);

    private string? Refusal(byte[] secret)
    {
        if (!IsSigned(secret, out DateTimeOffset? time))
        {
            return "its signature is invalid";
        }

        if (time is not { } made)
        {
            _event = PassThru ? Event() : null;
            return null;
        }

        TimeSpan age = DateTimeOffset.UtcNow - made;
        if (age > MaxAge || age < -MaxAge)
        {
            return $"its time, {made:u}, differs too much from the current time";
        }

        // Before the replay guard: a request that cannot be read must not be rejected as a repetition the next time.
        _event = PassThru ? Event() : null;
        return ReplayGuard.TryAccept(Identity(secret, made), made + MaxAge) ? null : "it was already received";
    }

    /// <summary>Identity of a request, independent of the notation of its signature: case, spaces, order of parts.</summary>
    private string Identity(byte[] secret, DateTimeOffset made)
    {
        using HMACSHA256 hmac = new(secret);
        return Convert.ToBase64String(hmac.ComputeHash([.. Encoding.UTF8.GetBytes($"{Service} {made.UtcTicks} "), .. Content()]));
    }

    /// <summary>The raw body: bytes as received, or the text whose UTF-8 they are.</summary>
    /// <exception cref="ArgumentException">The body is something else: its text is not what was signed.</exception>
    private protected static byte[] Bytes(object body) => (body is PSObject wrapped ? wrapped.BaseObject : body) switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        IEnumerable<byte> bytes => [.. bytes],
        object[] values when values.Length > 0 && values.All(value => (value is PSObject item ? item.BaseObject : value) is byte) => [.. values.Select(value => (byte)(value is PSObject item ? item.BaseObject : value))],
        object[] { Length: 0 } => [],
        object[] lines when Array.TrueForAll(lines, line => (line is PSObject item ? item.BaseObject : line) is string) => throw new ArgumentException(
            "-Body was given as separate lines. The signature covers the body as received: read it with Get-Content -Raw, or as bytes with Get-Content -AsByteStream -Raw."),
        object other => throw new ArgumentException(
            $"-Body was given as a {other.GetType().Name}. The signature covers the body as received: give its bytes or its text, such as [IO.File]::ReadAllBytes($path) for a file, the bytes read from a stream, or the text before ConvertFrom-Json."),
    };
}
