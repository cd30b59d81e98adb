using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Completion;

/// <summary>Common parts of completers: matching, quoting, and time-limited requests to the session.</summary>
internal static class Completions
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    public static IEnumerable<CompletionResult> From(string word, IEnumerable<(string Value, string Tooltip)> candidates)
    {
        WildcardPattern pattern = new(WildcardPattern.Escape(word.Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);
        return candidates.Where(candidate => pattern.IsMatch(candidate.Value)).Select(candidate => Result(candidate.Value, candidate.Tooltip));
    }

    /// <summary>Like <see cref="Result(string, string)"/>, but the list shows the tooltip next to the id.</summary>
    public static CompletionResult Named(string value, string tooltip)
    {
        CompletionResult plain = Result(value, tooltip);
        return plain.ToolTip == value ? plain : new(plain.CompletionText, Short($"{value}  {tooltip}"), plain.ResultType, plain.ToolTip);
    }

    public static CompletionResult Result(string value, string tooltip)
    {
        bool isPlain = Regex.IsMatch(value, "^[A-Za-z0-9_-]+$", RegexOptions.None, TimeSpan.FromSeconds(1));
        string text = isPlain ? value : $"'{value.Replace("'", "''")}'";
        return new CompletionResult(text, value, CompletionResultType.ParameterValue, string.IsNullOrWhiteSpace(tooltip) ? value : tooltip);
    }

    /// <summary>Truncates the text of a list entry to the width of the completion menu.</summary>
    private static string Short(string text) => text.Length <= 60 ? text : text.Substring(0, 59) + "…";

    /// <summary>The Powens user in the command line, otherwise the session's own.</summary>
    public static string PowensUser(IDictionary bound) => bound["UserId"]?.ToString() is { Length: > 0 } user ? user : "me";

    /// <returns>Null if there is no session, or the request fails or takes too long.</returns>
    public static TResult? FromSession<TClient, TResult>(
        ServiceEntry service, IDictionary boundParameters, Func<TClient, CancellationToken, Task<TResult>> ask)
        where TClient : IDisposable
        where TResult : class
    {
        object? given = boundParameters["Session"];
        object? session = given is PSObject wrapped ? wrapped.BaseObject : given ?? SessionStore.Current.Find(service);
        if (session is not CompanyDataSession<TClient> { IsOpen: true, Client: var client })
        {
            return null;
        }

        using CancellationTokenSource limit = new(RequestTimeout);
        try
        {
            return Task.Run(() => ask(client, limit.Token), limit.Token).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ApiException)
        {
            return null;
        }
    }
}
