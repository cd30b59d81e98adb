using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Closes a session: the default one, or the one given.</summary>
public abstract class DisconnectCommand<TSession> : PSCmdlet
    where TSession : CompanyDataSession
{
    /// <summary>The session to close instead of the default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TSession? Session { get; set; }

    private protected abstract ServiceEntry Service { get; }

    protected override void ProcessRecord()
    {
        if ((Session ?? SessionStore.Current.Find(Service)) is { } session)
        {
            SessionStore.Current.Remove(session);
            session.Close();
        }
    }
}
