using CompanyData.Audit;

namespace CompanyData.Transport;

/// <summary>Has calls written down, and sees to it that none goes unwritten in silence.</summary>
internal static class CallAudit
{
    /// <summary>While a line waits to be written, no call is sent.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotAudited"/>.</exception>
    public static void EnsureCanSend(AuditTrail? trail, ServiceDialect dialect, ApiCall call)
    {
        try
        {
            trail?.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotAudited(dialect, call, "nothing was sent, since the audit log cannot be written", exception);
        }
    }

    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotAudited"/>.</exception>
    public static void Write(ServiceOptions options, Uri address, ServiceDialect dialect, ApiCall call, Exception? failure)
    {
        if (options.Audit is not { Path: not null } trail)
        {
            return;
        }

        IReadOnlyCollection<Secret> secrets = ApiExceptionFactory.AllSecrets(dialect, call.Request);
        TimeSpan duration = options.Time.GetElapsedTime(call.Started);
        AuditOutcome outcome = OutcomeOf(failure);
        try
        {
            trail.Write(new()
            {
                Time = options.Time.GetUtcNow() - duration,
                Service = dialect.Service,
                Address = address,
                Operation = Redactor.Text(call.Request.Operation, secrets),
                Method = call.Request.Method.Method,
                Subject = call.Request.Subject is { } subject ? Redactor.Text(subject, secrets) : null,
                Outcome = outcome,
                Error = (failure as ApiException)?.Kind.ToString(),
                Status = call.LastStatus,
                Attempts = call.Attempts,
                Duration = duration,
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotAudited(dialect, call, $"it was sent ({outcome.ToString().ToLowerInvariant()}), but the audit log cannot be written", exception);
        }
    }

    private static AuditOutcome OutcomeOf(Exception? failure) => failure switch
    {
        null => AuditOutcome.Succeeded,
        ApiException { OutcomeUnknown: true } => AuditOutcome.Unknown,
        OperationCanceledException => AuditOutcome.Cancelled,
        _ => AuditOutcome.Failed,
    };

    private static ApiException NotAudited(ServiceDialect dialect, ApiCall call, string what, Exception cause) => new(
        ApiErrorKind.NotAudited,
        dialect.Service,
        call.Request.Operation,
        Redactor.Text($"{dialect.Service}: {call.Request.Operation}{(call.Request.Subject is { } subject ? $" ({subject})" : "")}: {what}: {cause.Message}", ApiExceptionFactory.AllSecrets(dialect, call.Request)),
        cause)
    {
        Subject = call.Request.Subject,
        StatusCode = call.LastStatus,
        Attempts = call.Attempts,
        Remedy = "Make room or give the right to write to the file, or end the audit with Stop-CompanyDataAudit; until then no call is sent.",
    };
}
