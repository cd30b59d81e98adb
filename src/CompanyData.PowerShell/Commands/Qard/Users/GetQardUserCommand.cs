using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Reads one user by its id, the users of a siren, or streams all users.</summary>
[Cmdlet(VerbsCommon.Get, "QardUser", DefaultParameterSetName = "All")]
[OutputType(typeof(QardUser))]
public sealed class GetQardUserCommand : QardPipelineCommand
{
    /// <summary>The user's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [Alias("Id")]
    [UserId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? UserId { get; set; }

    /// <summary>A siren, matched exactly; several users may have it.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A siren, matched exactly.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Siren")]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? Siren { get; set; }

    /// <summary>A name; wildcards are allowed. Requires reading all users.</summary>
    [Parameter(ParameterSetName = "All")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string Name { get; set; } = "*";

    protected override object? Target => UserId ?? Siren;

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        switch (ParameterSetName)
        {
            case "Id":
                await output.WriteAsync(await qard.Users.GetAsync(UserId!, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                break;
            case "Siren":
                string siren = SirenNumber.Normalize(Siren) ?? throw new ArgumentException("The siren is empty.");
                IReadOnlyList<QardUser> found = await qard.Users.ListBySirenAsync(siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
                if (found.Count == 0 && SirenNumber.Explain(siren) is { } problem)
                {
                    output.Warn(problem);
                }

                await output.WriteAllAsync(found).ConfigureAwait(false);
                break;
            default:
                NameFilter named = new(Name);
                await output.WriteAllAsync(qard.Users.ListAsync(cancellationToken), user => named.Matches(user.Name)).ConfigureAwait(false);
                EnsureFound(named, "user");
                break;
        }
    }
}
