using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes user ids from the session's first users; a part of the name or siren finds them too.</summary>
public sealed class UserIdCompleter : IArgumentCompleter
{
    private const int MostUsers = 200;

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Completions.FromSession<QardClient, IReadOnlyList<QardUser>>(ServiceEntry.Qard, fakeBoundParameters, ReadUsersAsync) is { } users
            ? users.Where(user => Matches(user, wordToComplete.Trim('\'', '"')))
                .Select(user => Completions.Result(user.Id ?? string.Empty, $"{user.Name} {user.Siren}"))
            : [];

    private static async Task<IReadOnlyList<QardUser>> ReadUsersAsync(QardClient qard, CancellationToken cancellationToken)
    {
        List<QardUser> users = [];
        await foreach (QardUser user in qard.Users.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            users.Add(user);
            if (users.Count == MostUsers)
            {
                break;
            }
        }

        return users;
    }

    private static bool Matches(QardUser user, string word)
        => user.Id?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true
            || (word.Length > 0 && $"{user.Name} {user.Siren}".IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
