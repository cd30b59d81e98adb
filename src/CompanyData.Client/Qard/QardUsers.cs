using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Manages users: companies and people whose data is collected.</summary>
public sealed class QardUsers
{
    private const int PageSize = 100;

    private readonly ApiTransport _transport;

    private readonly KnownUsers _known;

    internal QardUsers(ApiTransport transport, KnownUsers known)
    {
        _transport = transport;
        _known = known;
    }

    /// <summary>GET /users [seen], in the service's order.</summary>
    public IAsyncEnumerable<QardUser> ListAsync(CancellationToken cancellationToken) => ListAsync(siren: null, cancellationToken);

    /// <summary>Lists the users with exactly this siren; several may have it. Also filters locally, because the service's filter may not be exact.</summary>
    public async IAsyncEnumerable<QardUser> ListBySirenAsync(string siren, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QardUser user in ListAsync(siren, cancellationToken).ConfigureAwait(false))
        {
            if (user.Siren == siren)
            {
                yield return user;
            }
        }
    }

    /// <summary>GET /users/{id} [seen].</summary>
    public async Task<QardUser> GetAsync(string userId, CancellationToken cancellationToken)
        => _known.Remember(await _transport.SendAsync(
            ApiRequest.Get(ApiPath.Create($"users/{userId}"), "read the user", userId), QardJsonContext.Default.QardUser, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// POST /users/legal [seed]. Users are not unique: after a failure that may have taken effect, the siren is looked up, and
    /// a user that has appeared since is returned.
    /// </summary>
    /// <param name="user">The values of the new resource.</param>
    /// <param name="known">The existing users with the siren; null to look them up first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The name or siren is invalid; nothing was sent.</exception>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> if it is unknown whether the user was created.</exception>
    public async Task<QardUser> CreateAsync(QardNewLegalUser user, IReadOnlyList<QardUser>? known, CancellationToken cancellationToken)
        => (await CreateNewAsync(user, known, cancellationToken).ConfigureAwait(false)).User;

    /// <summary>Like <see cref="CreateAsync(QardNewLegalUser, IReadOnlyList{QardUser}?, CancellationToken)"/>; also returns whether the user is certainly new, not one that appeared after a lost response.</summary>
    internal async Task<(QardUser User, bool IsNew)> CreateNewAsync(QardNewLegalUser user, IReadOnlyList<QardUser>? known, CancellationToken cancellationToken)
    {
        user.Validate();
        ApiRequest request = Post("users/legal", user, QardJsonContext.Default.QardNewLegalUser, user.Siren ?? user.Name);
        if (user.Siren is not { } siren)
        {
            return (await CreateOnceAsync(request, user.Name, cancellationToken).ConfigureAwait(false), true);
        }

        known ??= await ListBySirenAsync(siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        bool isNew = true;
        QardUser created = await GuardedCreate.RunAsync(
            _transport,
            token => _transport.SendAsync(request, QardJsonContext.Default.QardUser, token),
            async token =>
            {
                isNew = false;
                return GuardedCreate.Appeared(await ListBySirenAsync(siren, token).ReadAllAsync().ConfigureAwait(false), known);
            },
            siren,
            $"Check with: Get-QardUser -Siren {siren}",
            cancellationToken).ConfigureAwait(false);
        return (_known.Remember(created), isNew);
    }

    /// <summary>POST /users/natural [docs]. People cannot be looked up by a number, so after an ambiguous failure the outcome stays unknown.</summary>
    public Task<QardUser> CreateAsync(QardNewNaturalUser user, CancellationToken cancellationToken)
    {
        string name = $"{user.FirstName} {user.LastName}";
        return CreateOnceAsync(Post("users/natural", user, QardJsonContext.Default.QardNewNaturalUser, name), name, cancellationToken);
    }

    /// <summary>PATCH /users/{id} [docs]. Then reads the user, because the content of the response is undocumented.</summary>
    public async Task<QardUser> ChangeAsync(string userId, QardUserChange change, CancellationToken cancellationToken)
    {
        await _transport.SendAsync(
            new ApiRequest
            {
                Method = new HttpMethod("PATCH"),
                Path = ApiPath.Create($"users/{userId}"),
                Operation = "change the user",
                Subject = userId,
                Safety = RequestSafety.Idempotent,
                Body = QardClient.Body(change, QardJsonContext.Default.QardUserChange),
            },
            cancellationToken).ConfigureAwait(false);
        return await GetAsync(userId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>DELETE /users/{id} [inferred].</summary>
    public Task RemoveAsync(string userId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(ApiPath.Create($"users/{userId}"), "remove the user", userId, cancellationToken);

    private async IAsyncEnumerable<QardUser> ListAsync(string? siren, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QardUser user in ReadPagesAsync(siren, cancellationToken).ConfigureAwait(false))
        {
            yield return _known.Remember(user);
        }
    }

    private IAsyncEnumerable<QardUser> ReadPagesAsync(string? siren, CancellationToken cancellationToken) => PageReader.ReadAsync(
        (page, token) => _transport.SendPageAsync(
            ApiRequest.Get(ApiPath.WithQuery("users", ("page", $"{page}"), ("per_page", $"{PageSize}"), ("siren", siren)), "list the users", siren),
            QardJsonContext.Default.ListQardUser,
            QardJsonContext.Default.PageEnvelopeQardUser,
            token),
        user => user.Id,
        PageSize,
        reason => _transport.Fail(ApiErrorKind.InvalidResponse, "list the users", $"Qard: could not list the users: {reason}", siren),
        _transport.PrefetchBudget,
        content: QardJsonContext.Default.Options.ContentOf<QardUser>(),
        cancellationToken: cancellationToken);

    private async Task<QardUser> CreateOnceAsync(ApiRequest request, string name, CancellationToken cancellationToken)
    {
        try
        {
            return _known.Remember(await _transport.SendAsync(request, QardJsonContext.Default.QardUser, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException exception) when (exception.CanCheckOutcome)
        {
            throw GuardedCreate.Unknown(exception, name, $"Check with: Get-QardUser | Where-Object Name -eq '{name.Replace("'", "''")}'");
        }
    }

    private static ApiRequest Post<T>(string path, T body, JsonTypeInfo<T> type, string subject) => new()
    {
        Method = HttpMethod.Post,
        Path = path,
        Operation = "create the user",
        Subject = subject,
        Safety = RequestSafety.Create,
        Body = QardClient.Body(body, type),
    };
}
