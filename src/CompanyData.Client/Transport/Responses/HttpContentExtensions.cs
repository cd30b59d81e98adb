namespace CompanyData.Transport;

/// <summary>Methods that .NET Framework does not have.</summary>
internal static class HttpContentExtensions
{
#if NETSTANDARD
    public static async Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new CancellableStream(await content.ReadAsStreamAsync().ConfigureAwait(false));
    }
#else
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
        => content.ReadAsStreamAsync(cancellationToken);
#endif
}
