using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Closes a Qard session: the default one, or the one given.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Qard")]
public sealed class DisconnectQardCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public QardSession? Session { get; set; }

    protected override void ProcessRecord()
    {
        if ((Session ?? SessionStore.Current.Find<QardSession>(QardSession.ServiceName)) is { } session)
        {
            SessionStore.Current.Remove(session);
            session.Close();
        }
    }
}
