using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Counts requests, retries, throttles and bytes of each session.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDataUsage")]
[OutputType(typeof(CompanyDataUsage))]
public sealed class GetCompanyDataUsageCommand : PSCmdlet
{
    /// <summary>The sessions; by default the default sessions of this runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public CompanyDataSession[]? Session { get; set; }

    protected override void ProcessRecord()
    {
        foreach (CompanyDataSession session in Session ?? [.. SessionStore.Current.All])
        {
            WriteObject(new CompanyDataUsage(session));
        }
    }
}
