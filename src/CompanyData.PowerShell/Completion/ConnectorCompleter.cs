using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes connectors' uuids from the session; a part of the name finds them too.</summary>
public sealed class ConnectorCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete.Trim('\'', '"');
        IReadOnlyList<PowensConnector>? connectors = Completions.FromSession<PowensClient, IReadOnlyList<PowensConnector>>(
            ServiceEntry.Powens, fakeBoundParameters, ReadAsync);
        return (connectors ?? [])
            .Where(connector => connector.Uuid is not null && (connector.Uuid.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                || connector.Name?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            .Select(connector => Completions.Result(connector.Uuid!, connector.Name ?? string.Empty));
    }

    private static async Task<IReadOnlyList<PowensConnector>> ReadAsync(PowensClient powens, CancellationToken cancellationToken)
    {
        List<PowensConnector> connectors = [];
        await foreach (PowensConnector connector in powens.Catalogue.GetConnectorsAsync([], [], cancellationToken).ConfigureAwait(false))
        {
            connectors.Add(connector);
        }

        return connectors;
    }
}
