namespace CompanyData.Client.Tests.Support;

/// <summary>
/// Ends a run at one of its requests as a kill would: what the disk held at that moment is kept, and nothing is sent any more.
/// </summary>
/// <param name="inner">The service.</param>
/// <param name="isIt">Whether this is the request.</param>
/// <param name="takesEffect">Whether the service still gets it.</param>
/// <param name="kill">What happens at that moment.</param>
internal sealed class KillSwitch(HttpMessageHandler inner, Func<HttpRequestMessage, bool> isIt, bool takesEffect, Action kill) : DelegatingHandler(inner)
{
    private readonly object _gate = new();
    private bool _isDead;

    /// <summary>The so manieth of all, from 1.</summary>
    public static Func<HttpRequestMessage, bool> Nth(int number) => _ => --number == 0;

    public static Func<HttpRequestMessage, bool> Post(string pathEnd)
        => request => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool wasDead;
        bool isDead;
        lock (_gate)
        {
            wasDead = _isDead;
            _isDead = isDead = wasDead || isIt(request);
        }

        if (!isDead)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (!wasDead)
        {
            if (takesEffect)
            {
                (await base.SendAsync(request, CancellationToken.None)).Dispose();
            }

            kill();
        }

        throw new OperationCanceledException("The process has been killed.");
    }
}
