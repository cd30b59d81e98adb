using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>
/// Paths that the documents spell in two ways. On a 404 of the one the other is tried; where that exists, the session uses it from then on.
/// </summary>
internal sealed class PathSpellings
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <param name="type">The data type.</param>
    /// <param name="isFirstPage">Only the first page tells: a later one may be missing for other reasons.</param>
    /// <param name="read">Reads at a path.</param>
    /// <exception cref="ApiException">Any failure of the reading; where neither path exists, the 404 of the first.</exception>
    public async Task<T> ReadAsync<T>(QardDataType type, bool isFirstPage, Func<string, Task<T>> read)
    {
        string path = _known.TryGetValue(type.Name, out string? known) ? known : type.Path;
        try
        {
            return await read(path).ConfigureAwait(false);
        }
        catch (ApiException missing) when (missing.Kind == ApiErrorKind.NotFound && isFirstPage && type.OtherPath is not null)
        {
            string other = path == type.Path ? type.OtherPath : type.Path;
            try
            {
                T found = await read(other).ConfigureAwait(false);
                _known[type.Name] = other;
                return found;
            }
            catch (ApiException none) when (none.Kind == ApiErrorKind.NotFound)
            {
                ExceptionDispatchInfo.Capture(missing).Throw();
                throw;
            }
        }
    }
}
