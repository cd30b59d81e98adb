namespace CompanyData.Transport;

/// <summary>What the older framework lacks.</summary>
internal static class HttpContentExtensions
{
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
#if NETSTANDARD
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
#else
        return content.ReadAsStreamAsync(cancellationToken);
#endif
    }
}
