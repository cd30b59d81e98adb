using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>A Powens command about one user's things.</summary>
public abstract class PowensUserDataCommand : PowensPipelineCommand
{
    /// <summary>The user's id; by default the user whose token the session has.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdUser")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>The user for the path: me where none is named.</summary>
    protected string User => string.IsNullOrWhiteSpace(UserId) ? PowensUsers.Me : UserId!;
}
