using System.Management.Automation;
using CompanyData.Completion;

namespace CompanyData.Commands.Powens;

/// <summary>A command about one webhook per input; it takes the config token.</summary>
public abstract class PowensWebhookCommand : PowensPipelineCommand
{
    /// <summary>The webhook's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The webhook's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensWebhookCompleter))]
    public string WebhookId { get; set; } = string.Empty;

    protected override object? Target => WebhookId;

    /// <exception cref="ArgumentException">It is not an address that a webhook may have.</exception>
    internal static void EnsureCallable(Uri? url)
    {
        if (url is { IsAbsoluteUri: true } && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
        {
            return;
        }

        throw new ArgumentException($"'{url}' is not an absolute https address.");
    }
}
