using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Changes a user's name, group or notifications.</summary>
[Cmdlet(VerbsCommon.Set, "QardUser", SupportsShouldProcess = true)]
[OutputType(typeof(QardUser))]
public sealed class SetQardUserCommand : QardUserCommand
{
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? Group { get; set; }

    /// <summary>The names of the monitoring alerts to receive; an empty list for none.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NotificationCompleter))]
    public string[]? Notification { get; set; }

    /// <summary>Emits the user after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override string Change => $"Change the Qard user '{UserId}'";

    protected override void Prepare()
    {
        if (Name is null && Group is null && Notification is null)
        {
            throw new ArgumentException("Nothing to change: give -Name, -Group or -Notification.");
        }

        Name = Name is null ? null : Given(nameof(Name), Name);
        Group = Group is null ? null : Given(nameof(Group), Group);
    }

    private static string Given(string name, string value)
        => RowBinder.Single(name, value) ?? throw new ArgumentException($"-{name} has nothing but white space or invisible characters.");

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        QardUserChange change = new() { Name = Name, Group = Group, Notifications = Notification };
        QardUser user = await qard.Users.ChangeAsync(UserId, change, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? user : null).ConfigureAwait(false);
    }
}
