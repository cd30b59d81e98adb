namespace CompanyData.Commands.Webhooks;

/// <summary>Remembers accepted requests within this process until they expire, so that the same request is not accepted twice.</summary>
internal static class ReplayGuard
{
    private static readonly object Gate = new();
    private static readonly Dictionary<string, DateTimeOffset> Seen = new(StringComparer.Ordinal);

    /// <returns>False if the request was accepted before.</returns>
    public static bool TryAccept(string request, DateTimeOffset until)
    {
        lock (Gate)
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            foreach (string expired in Seen.Where(pair => pair.Value < now).Select(pair => pair.Key).ToArray())
            {
                Seen.Remove(expired);
            }

            if (Seen.ContainsKey(request))
            {
                return false;
            }

            Seen[request] = until;
            return true;
        }
    }
}
