using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Transport;

namespace CompanyData.Errors;

/// <summary>Creates error records from exceptions: id, category, target, recommended action.</summary>
internal static class ErrorRecords
{
    /// <summary>Whether all further inputs would fail too: the key is rejected, the session closed, or the journal, a dossier or the audit log cannot be written.</summary>
    public static bool IsTerminating(Exception exception) => exception is ApiException { EndsRun: true } or JournalException or DossierFileException;

    public static ErrorRecord From(Exception exception, string prefix, object? target) => exception switch
    {
        ApiException api => Create(api, api.ErrorId, Category(api.Kind), target ?? api.Subject, api.Remedy),
        JournalException journal => Create(journal, $"{prefix}Journal{journal.Kind}", Category(journal.Kind), journal.Path, journal.Remedy),
        DossierFileException file => Create(file, $"CompanyDossier{file.Kind}", Category(file.Kind), file.Path, file.Remedy),
        ArgumentException argument => InvalidInput(argument, prefix, target),
        IOException => Create(exception, $"{prefix}FileError", ErrorCategory.WriteError, target, remedy: null),
        UnauthorizedAccessException => Create(exception, $"{prefix}FileError", ErrorCategory.PermissionDenied, target, remedy: null),
        _ => Create(exception, $"{prefix}Unexpected", ErrorCategory.NotSpecified, target, remedy: null),
    };

    public static ErrorRecord InvalidInput(ArgumentException exception, string prefix, object? target)
    {
        // The framework appends "(Parameter 'x')", which does not refer to anything that the user typed.
        string message = exception.Message.Split('\n')[0];
        int suffix = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return Create(
            exception, $"{prefix}InvalidInput", ErrorCategory.InvalidArgument, target, remedy: null, suffix < 0 ? message : message.Substring(0, suffix));
    }

    /// <param name="service">Name of the service.</param>
    /// <param name="variables">Environment variables that open a session.</param>
    /// <param name="isElsewhere">Whether a session was opened in another runspace of the process.</param>
    public static ErrorRecord NoSession(string service, string variables, bool isElsewhere) => Create(
        new InvalidOperationException($"There is no {service} session. Open one with Connect-{service}, or set {variables}."
            + (isElsewhere ? " A session was opened in another runspace: in ForEach-Object -Parallel, pass it with -Session $using:session." : string.Empty)),
        $"{service}NoSession",
        ErrorCategory.ConnectionError,
        target: null,
        $"Connect-{service}");

    /// <summary>For a Connect- cmdlet without credentials.</summary>
    public static ErrorRecord NothingToConnectWith(string service, string variables, string parameters) => Create(
        new InvalidOperationException($"No credentials were given for the {service} session. Give {parameters} or -SecretName, or set {variables}."),
        $"{service}NoSession",
        ErrorCategory.ConnectionError,
        target: null,
        $"Get-Help Connect-{service} -Examples");

    public static ErrorRecord Create(
        Exception exception, string id, ErrorCategory category, object? target, string? remedy, string? message = null)
    {
        ErrorRecord record = new(exception, id, category, target);
        if (remedy is not null || message is not null)
        {
            record.ErrorDetails = new ErrorDetails(message ?? exception.Message) { RecommendedAction = remedy ?? string.Empty };
        }

        return record;
    }

    private static ErrorCategory Category(DossierFileErrorKind kind) => kind == DossierFileErrorKind.Unusable ? ErrorCategory.OpenError : ErrorCategory.InvalidData;

    private static ErrorCategory Category(JournalErrorKind kind) => kind switch
    {
        JournalErrorKind.InUse => ErrorCategory.ResourceBusy,
        JournalErrorKind.Mismatch => ErrorCategory.InvalidArgument,
        JournalErrorKind.Unusable => ErrorCategory.WriteError,
        _ => ErrorCategory.InvalidData,
    };

    private static ErrorCategory Category(ApiErrorKind kind) => kind switch
    {
        ApiErrorKind.Invalid => ErrorCategory.InvalidData,
        ApiErrorKind.Unauthorized or ApiErrorKind.TokenMissing => ErrorCategory.AuthenticationError,
        ApiErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ApiErrorKind.Conflict => ErrorCategory.ResourceExists,
        ApiErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        ApiErrorKind.ServerError or ApiErrorKind.Unavailable => ErrorCategory.ResourceUnavailable,
        ApiErrorKind.Network or ApiErrorKind.SessionClosed => ErrorCategory.ConnectionError,
        ApiErrorKind.Timeout or ApiErrorKind.WaitTimeout => ErrorCategory.OperationTimeout,
        ApiErrorKind.InvalidResponse => ErrorCategory.ProtocolError,
        ApiErrorKind.NotAudited => ErrorCategory.WriteError,
        ApiErrorKind.ConsentRequired => ErrorCategory.PermissionDenied,
        _ => ErrorCategory.InvalidResult,
    };
}
