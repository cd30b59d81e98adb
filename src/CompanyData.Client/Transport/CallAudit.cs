using CompanyData.Audit;

namespace CompanyData.Transport;

/// <summary>Writes each call to the audit log; fails the call if it cannot.</summary>
internal static class CallAudit
{
    /// <summary>Writes pending audit lines first: no call is sent while a line cannot be written.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotAudited"/>.</exception>
    public static void EnsureCanSend(AuditTrail? trail, ServiceDialect dialect, ApiCall call)
    {
        try
        {
            trail?.Flush();
        }
        catch (Exception exception)
        {
            throw NotAudited(dialect, call, "nothing was sent, because the audit log cannot be written", exception, failure: null);
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
                Operation = Redactor.Own(call.Request.Operation, secrets),
                Method = call.Request.Method.Method,
                Subject = call.Request.Subject is { } subject ? Redactor.Id(subject, secrets) : null,
                Command = CallScope.Current.Command,
                CreatedId = call.CreatedId is { } created ? Redactor.Id(created, secrets) : null,
                RequestId = call.LastRequestId,
                Outcome = outcome,
                Error = (failure as ApiException)?.Kind.ToString(),
                Status = call.LastStatus,
                Attempts = call.Attempts,
                Duration = duration,
            });
        }
        catch (Exception exception)
        {
            string made = call.CreatedId is { } id ? $"; created: {id}" : string.Empty;
            string sent = $"the call was sent ({outcome.ToString().ToLowerInvariant()}{made}), but the audit log cannot be written";
            throw NotAudited(dialect, call, sent, exception, failure);
        }
    }

    private static AuditOutcome OutcomeOf(Exception? failure) => failure switch
    {
        null => AuditOutcome.Succeeded,
        ApiException { OutcomeUnknown: true } => AuditOutcome.Unknown,
        OperationCanceledException => AuditOutcome.Cancelled,
        _ => AuditOutcome.Failed,
    };

    /// <summary>Creates the error and keeps the facts of the call: how it failed, whether it may have taken effect, what it created.</summary>
    private static ApiException NotAudited(ServiceDialect dialect, ApiCall call, string what, Exception cause, Exception? failure)
    {
        ApiRequest request = call.Request;
        string subject = request.Subject is null ? string.Empty : $" ({request.Subject})";
        string before = failure is null ? string.Empty : $" The call itself failed: {failure.Message}";
        string message = $"{dialect.Service}: {request.Operation}{subject}: {what}: {Sentences.Close(cause.Message)}{before}";
        message = Redactor.Own(message, ApiExceptionFactory.AllSecrets(dialect, request));
        return new(ApiErrorKind.NotAudited, dialect.Service, request.Operation, message, facts: failure as ApiException, inner: failure ?? cause)
        {
            Subject = request.Subject,
            StatusCode = call.LastStatus,
            RequestId = call.LastRequestId,
            Attempts = call.Attempts,
            CreatedId = call.CreatedId,
            Remedy = "Free disk space, restore write access to the file, or end the audit with Stop-CompanyDataAudit. Until then no call is sent.",
        };
    }
}
