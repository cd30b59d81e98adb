using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Lists the default sessions of this runspace.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDataSession")]
[OutputType(typeof(CompanyDataSession))]
public sealed class GetCompanyDataSessionCommand : PSCmdlet
{
    /// <summary>Name of a service, such as Qard; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string Service { get; set; } = "*";

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void EndProcessing()
    {
        WildcardPattern pattern = WildcardPattern.Get(Service, WildcardOptions.IgnoreCase);
        WriteObject(SessionStore.Current.All.Where(session => pattern.IsMatch(session.Service)).ToArray(), enumerateCollection: true);
    }
}
