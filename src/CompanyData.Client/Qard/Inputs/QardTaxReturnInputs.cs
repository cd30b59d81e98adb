using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Tax returns that are handed in as documents and read by Qard's ocr_service.</summary>
public sealed class QardTaxReturnInputs
{
    private readonly ApiTransport _transport;

    private readonly KnownUsers _users;

    internal QardTaxReturnInputs(ApiTransport transport, KnownUsers users)
    {
        _transport = transport;
        _users = users;
    }

    /// <summary>GET /input/users/{u}/tax-returns [docs].</summary>
    public async IAsyncEnumerable<QardTaxReturnInput> ListAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QardTaxReturnInput input in _transport.ReadWholeAsync(
            ApiRequest.Get(ApiPath.Create($"input/users/{userId}/tax-returns"), "list the tax returns that were handed in", userId),
            QardJsonContext.Default.ListQardTaxReturnInput,
            QardJsonContext.Default.PageEnvelopeQardTaxReturnInput,
            input => input.Id,
            cancellationToken).ConfigureAwait(false))
        {
            yield return _users.Assign(input, userId);
        }
    }

    /// <summary>
    /// POST /input/users/{u}/tax-returns/ocr-service [docs]. What is answered is not published, so the input that has appeared since is the
    /// result where the response does not tell.
    /// </summary>
    /// <exception cref="ArgumentException">The document cannot be handed in; nothing was sent.</exception>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> where nobody can tell whether it was taken.</exception>
    public async Task<QardTaxReturnInput> AddAsync(string userId, QardTaxReturnUpload upload, CancellationToken cancellationToken)
    {
        upload.Validate();
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = ApiPath.Create($"input/users/{userId}/tax-returns/ocr-service"),
            Operation = "hand the tax return in",
            Subject = upload.Path,
            Safety = RequestSafety.Create,
            Timeout = TimeSpan.FromMinutes(10),
            Body = QardClient.Body(upload.ToJson(), QardJsonContext.Default.JsonObject),
        };
        IReadOnlyList<QardTaxReturnInput> known = await ListAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        QardTaxReturnInput added = await GuardedCreate.RunAsync(
            _transport,
            async token => await _transport.SendOptionalAsync(request, QardJsonContext.Default.QardTaxReturnInput, token).ConfigureAwait(false) is { Id: not null } told
                ? told
                : (await AppearedAsync(token).ConfigureAwait(false)) is [var one] ? one : throw NotShown(),
            AppearedAsync,
            upload.Path,
            $"Check with: Get-QardTaxReturnInput {userId}",
            cancellationToken).ConfigureAwait(false);
        return _users.Assign(added, userId);

        async Task<IReadOnlyList<QardTaxReturnInput>> AppearedAsync(CancellationToken token)
            => GuardedCreate.Appeared(await ListAsync(userId, token).ReadAllAsync().ConfigureAwait(false), known);

        ApiException NotShown() => _transport.Fail(
            ApiErrorKind.InvalidResponse,
            request.Operation,
            $"Qard: the tax return of user {userId} was taken, but does not show among the inputs.",
            upload.Path,
            $"Check with: Get-QardTaxReturnInput {userId}");
    }

    /// <summary>Waits until a document has been read.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrorKind.WaitTimeout"/> where time is up; <see cref="ApiErrorKind.SyncFailed"/> where it could not be read;
    /// <see cref="ApiErrorKind.NotFound"/> where there is no such input; <see cref="ApiErrorKind.UnknownStatus"/> where it has a status that
    /// is not documented.
    /// </exception>
    public async Task<QardTaxReturnInput> WaitAsync((string UserId, string InputId) input, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        const string operation = "wait for the tax return";
        QardTaxReturnInput? last = null;
        QardTaxReturnInput? ended = await _transport.Polls.WaitAsync(
            ApiPath.Create($"input/users/{input.UserId}/tax-returns/{input.InputId}"),
            timeout,
            token => FindAsync(input, operation, token),
            seen => (last = seen).ProcessStatus is ProcessStatusText.Pending or ProcessStatusText.InProgress or null ? null : seen,
            cancellationToken).ConfigureAwait(false);
        string look = $"Check with: Get-QardTaxReturnInput {input.UserId}";
        return ended?.ProcessStatus switch
        {
            ProcessStatusText.Finished => ended,
            null => throw Fail(ApiErrorKind.WaitTimeout, $"is still {last?.ProcessStatus ?? "unknown"} after {timeout}", look),
            ProcessStatusText.Error => throw Fail(
                ApiErrorKind.SyncFailed, $"could not be read: {ended.ErrorMessage ?? "no reason is given"}", "Check the document, and hand it in once more with Add-QardTaxReturnFile."),
            string other => throw Fail(ApiErrorKind.UnknownStatus, $"is '{other}', a status that Qard does not document", look),
        };

        ApiException Fail(ApiErrorKind kind, string state, string remedy)
            => _transport.Fail(kind, operation, $"Qard: the tax return {input.InputId} of user {input.UserId} {state}.", input.InputId, remedy);
    }

    private async Task<QardTaxReturnInput> FindAsync((string UserId, string InputId) input, string operation, CancellationToken cancellationToken)
    {
        await foreach (QardTaxReturnInput found in ListAsync(input.UserId, cancellationToken).ConfigureAwait(false))
        {
            if (found.Id == input.InputId)
            {
                return found;
            }
        }

        throw _transport.Fail(
            ApiErrorKind.NotFound, operation, $"Qard: user {input.UserId} has no tax return input {input.InputId}.", input.InputId, $"List them with: Get-QardTaxReturnInput {input.UserId}");
    }
}
