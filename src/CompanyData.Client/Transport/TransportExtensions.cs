namespace CompanyData.Transport;

/// <summary>Calls that have the same form for every service.</summary>
internal static class TransportExtensions
{
    /// <summary>DELETE. A 404 after an attempt whose response was lost counts as success, because that attempt may have deleted the resource.</summary>
    public static async Task RemoveAsync(
        this ApiTransport transport, string path, string operation, string subject, CancellationToken cancellationToken, string? scope = null)
    {
        try
        {
            await transport.SendAsync(
                new ApiRequest
                {
                    Method = HttpMethod.Delete,
                    Path = path,
                    Operation = operation,
                    Subject = subject,
                    Safety = RequestSafety.Idempotent,
                    Scope = scope,
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException gone) when (gone.Kind == ApiErrorKind.NotFound && gone.OutcomeUnknown)
        {
            // Deleted by the attempt whose response was lost.
        }
    }
}
