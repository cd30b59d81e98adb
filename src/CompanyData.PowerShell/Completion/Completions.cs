using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Completion;

/// <summary>What completers share: matching, quoting, and asking the session without ever keeping the prompt waiting.</summary>
internal static class Completions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IEnumerable<CompletionResult> From(string word, IEnumerable<(string Value, string Tooltip)> candidates)
    {
        WildcardPattern pattern = new(WildcardPattern.Escape(word.Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);
        return candidates.Where(candidate => pattern.IsMatch(candidate.Value)).Select(candidate => Result(candidate.Value, candidate.Tooltip));
    }

    public static CompletionResult Result(string value, string tooltip)
    {
        bool isPlain = Regex.IsMatch(value, "^[A-Za-z0-9_-]+$", RegexOptions.None, TimeSpan.FromSeconds(1));
        string text = isPlain ? value : $"'{value.Replace("'", "''")}'";
        return new CompletionResult(text, value, CompletionResultType.ParameterValue, string.IsNullOrWhiteSpace(tooltip) ? value : tooltip);
    }

    /// <returns>Null where there is no session, or it does not answer in time or without an error.</returns>
    public static T? FromSession<T>(IDictionary boundParameters, Func<QardClient, CancellationToken, Task<T>> ask)
        where T : class
    {
        QardSession? session = boundParameters["Session"] as QardSession ?? SessionStore.Current.Find<QardSession>(QardSession.ServiceName);
        if (session is not { IsOpen: true })
        {
            return null;
        }

        using CancellationTokenSource patience = new(Patience);
        try
        {
            return Task.Run(() => ask(session.Client, patience.Token), patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ApiException)
        {
            return null;
        }
    }
}
