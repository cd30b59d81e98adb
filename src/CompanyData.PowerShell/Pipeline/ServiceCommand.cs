using System.Management.Automation;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Pipeline;

/// <summary>A command that calls a service: finds its session and passes the client to the derived command.</summary>
public abstract class ServiceCommand<TSession, TClient> : AsyncCommand
    where TSession : CompanyDataSession<TClient>
    where TClient : IDisposable
{
    /// <summary>The session to use instead of the default one.</summary>
    [Parameter]
    [ValidateNotNull]
    public TSession? Session { get; set; }

    private protected abstract ServiceEntry Service { get; }

    protected sealed override string ErrorPrefix => Service.Name;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        NullArguments.Reject(this, ErrorPrefix);
        Ranges.Reject(this, ErrorPrefix);
        try
        {
            if (Session is null && SessionStore.Current.Find(Service) is null && SessionStore.Current.FindOrOpen(Service) is { } opened)
            {
                WriteInformation($"Opened a session from the environment: {opened}.", ["CompanyData"]);
            }

            Session ??= (TSession?)SessionStore.Current.Find(Service);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, Service.Name, target: null));
        }

        if (Session is not { IsOpen: true })
        {
            ThrowTerminatingError(ErrorRecords.NoSession(Service.Name, Service.Variables, SessionStore.WasOpened(Service)));
        }
    }

    /// <summary>Reports a name without wildcards that no item has, as Get-Process does.</summary>
    /// <exception cref="ApiException">There is no item of that name.</exception>
    private protected void EnsureFound(NameFilter named, string thing)
    {
        if (named.IsMissing)
        {
            throw new ApiException(ApiErrorKind.NotFound, Service.Name, $"find the {thing}", $"{Service.Name}: there is no {thing} '{named.Name}'.{named.Suggestion}")
            {
                Subject = named.Name,
                Remedy = $"List all with {MyInvocation.MyCommand.Name}; a name may have wildcards.",
            };
        }
    }

    protected abstract Task RunAsync(TClient client, CommandOutput output, CancellationToken cancellationToken);

    protected sealed override Task RunAsync(CommandOutput output, CancellationToken cancellationToken)
        => RunAsync(Session!.Client, output, cancellationToken);
}
