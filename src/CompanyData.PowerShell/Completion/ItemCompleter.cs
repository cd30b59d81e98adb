using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes ids and names from the session's first items: by prefix, or by a part of the tooltip.</summary>
public abstract class ItemCompleter<TClient, TItem> : IArgumentCompleter
    where TClient : IDisposable
{
    private const int MostItems = 200;

    private protected abstract ServiceEntry Service { get; }

    /// <summary>Lists the items to offer; null if the command line does not say of what.</summary>
    /// <param name="client">The client of the session.</param>
    /// <param name="bound">The parameters already in the command line.</param>
    /// <param name="cancellationToken">Cancels the request after the completion time-out.</param>
    protected abstract IAsyncEnumerable<TItem>? ReadAsync(TClient client, IDictionary bound, CancellationToken cancellationToken);

    /// <summary>Returns the completion of an item and its tooltip.</summary>
    protected abstract (string? Value, string Tooltip) Offer(TItem item, string parameterName);

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete.Trim('\'', '"');
        IReadOnlyList<TItem>? items = Completions.FromSession<TClient, IReadOnlyList<TItem>>(
            Service, fakeBoundParameters, (client, token) => TakeAsync(ReadAsync(client, fakeBoundParameters, token)));
        return (items ?? [])
            .Select(item => Offer(item, parameterName))
            .Where(offer => offer.Value is { Length: > 0 } && Matches(offer.Value, offer.Tooltip, word))
            .GroupBy(offer => offer.Value!, StringComparer.Ordinal)
            .Select(same => Completions.Named(same.Key, same.First().Tooltip));
    }

    private static bool Matches(string value, string tooltip, string word)
        => value.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || (word.Length > 0 && tooltip.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static async Task<IReadOnlyList<TItem>> TakeAsync(IAsyncEnumerable<TItem>? source)
    {
        if (source is null)
        {
            return [];
        }

        List<TItem> items = [];
        await foreach (TItem item in source.ConfigureAwait(false))
        {
            items.Add(item);
            if (items.Count == MostItems)
            {
                break;
            }
        }

        return items;
    }
}
