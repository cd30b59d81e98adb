using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>A command that calls Qard: it finds its session and hands the client to the leaf.</summary>
public abstract class QardCommand : AsyncCommand
{
    /// <summary>The session to use in place of the default one.</summary>
    [Parameter]
    [ValidateNotNull]
    public QardSession? Session { get; set; }

    protected sealed override string ErrorPrefix => QardSession.ServiceName;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Session ??= SessionStore.Current.Find<QardSession>(QardSession.ServiceName) ?? OpenFromEnvironment();
        if (Session is not { IsOpen: true })
        {
            ThrowTerminatingError(ErrorRecords.NoSession(QardSession.ServiceName, QardEnvironment.KeyVariable));
        }
    }

    protected abstract Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken);

    protected sealed override Task RunAsync(CommandOutput output, CancellationToken cancellationToken)
        => RunAsync(Session!.Client, output, cancellationToken);

    private QardSession? OpenFromEnvironment()
    {
        try
        {
            QardSession? session = QardEnvironment.TryOpen();
            if (session is not null)
            {
                SessionStore.Current.Set(session);
            }

            return session;
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, QardSession.ServiceName, target: null));
            return null;
        }
    }
}
