namespace CompanyData.Transport;

/// <summary>Calls that every service has in the same form.</summary>
internal static class TransportExtensions
{
    /// <summary>DELETE; gone after an attempt whose answer was lost counts as done, since that attempt may have done it.</summary>
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
            // Removed by the attempt whose answer was lost.
        }
    }
}
