using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Creditro;

/// <summary>Client of Creditro's public KYC API. One instance serves a session and sends one request at a time, as the service requires.</summary>
#pragma warning disable CA2213 // Calls that wait for their turn still use the semaphore after the session was closed; it never allocates a wait handle.
public sealed class CreditroClient : IDisposable
{
    /// <summary>Base address of the API [seed].</summary>
    public static readonly Uri DefaultUri = new("https://api.creditro.com");

    /// <summary>Number of companies above which the service wants to be informed before a job [seed].</summary>
    public const int FairUseCompanies = 1000;

    private readonly ApiTransport _transport;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private CreditroMethod _method;
    private long _companies;

    /// <exception cref="ArgumentException">The address is not allowed, or the token is not a JWT or lacks the claim <c>customer</c>.</exception>
    public CreditroClient(ServiceOptions options, Secret token, CreditroMethod method)
    {
        Token = CreditroToken.Parse(token);
        _method = method;
        _transport = new ApiTransport(options, new CreditroDialect(token, Token, options.Time));
    }

    public Uri BaseUri => _transport.BaseUri;

    public UsageCounter Usage => _transport.Usage;

    public CreditroToken Token { get; }

    /// <summary>Number of companies read in this session.</summary>
    public long CompaniesRead => Interlocked.Read(ref _companies);

    /// <summary>"Get KYC cases by customerId" [seed]: lists all cases of the token's customer. An empty response is an empty list.</summary>
    public async IAsyncEnumerable<CreditroKycCase> ListCasesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (CreditroKycCase item in await ReadCasesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    public void Dispose() => _transport.Dispose();

    private async Task<IReadOnlyList<CreditroKycCase>> ReadCasesAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            IReadOnlyList<CreditroKycCase> cases = await ReadByMethodAsync(cancellationToken).ConfigureAwait(false);
            Interlocked.Add(ref _companies, cases.Count);
            return cases;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Only a method whose response could be read is remembered: a gateway may answer anything to the other one.</summary>
    private async Task<IReadOnlyList<CreditroKycCase>> ReadByMethodAsync(CancellationToken cancellationToken)
    {
        if (_method != CreditroMethod.Auto)
        {
            return await SendAsync(_method == CreditroMethod.Get ? HttpMethod.Get : HttpMethod.Post, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            IReadOnlyList<CreditroKycCase> cases = await SendAsync(HttpMethod.Post, cancellationToken).ConfigureAwait(false);
            _method = CreditroMethod.Post;
            return cases;
        }
        catch (ApiException exception) when ((int?)exception.StatusCode is 404 or 405)
        {
            IReadOnlyList<CreditroKycCase> cases = await SendAsync(HttpMethod.Get, cancellationToken).ConfigureAwait(false);
            _method = CreditroMethod.Get;
            return cases;
        }
    }

    private async Task<IReadOnlyList<CreditroKycCase>> SendAsync(HttpMethod method, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = method,
            Path = ApiPath.Create($"{Token.CustomerId}"),
            Operation = "list the KYC cases",
            Subject = Token.CustomerId,
            Body = method == HttpMethod.Post ? "{}"u8.ToArray() : null,
        };
        return await _transport.SendOptionalAsync(request, CreditroJsonContext.Default.CreditroResponse, cancellationToken).ConfigureAwait(false) switch
        {
            null => [],
            { Items: { } items } => [.. items.Select(item => new CreditroKycCase(item ?? []))],
            _ => throw _transport.Fail(
                ApiErrorKind.InvalidResponse, request.Operation, "Creditro: could not list the KYC cases: the response has no 'items'", request.Subject),
        };
    }
}
