using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CompanyData.Completion;

/// <summary>Completes shards for common counts; others are accepted too.</summary>
public sealed class ShardCompleter : IArgumentCompleter
{
    private static readonly int[] Counts = [2, 4, 8, 16, 32];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Completions.From(
            wordToComplete,
            Counts.SelectMany(count => Enumerable.Range(1, count).Select(number => ($"{number}/{count}", $"share {number} of {count}"))));
}
