using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>A Powens command for data of one user.</summary>
public abstract class PowensUserDataCommand : PowensPipelineCommand
{
    /// <summary>The user's id; by default the user of the session's token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdUser")]
    [Id]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>The user for the path; me by default.</summary>
    protected string User => Given(UserId) ?? PowensUsers.Me;

    /// <summary>The ids that an input may have, the most specific first.</summary>
    protected virtual IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(UserId), UserId)];

    /// <summary>
    /// Rejects an input whose most specific id has no value, which would select everything. A less specific id may be empty, such as the
    /// connection of an account without one.
    /// </summary>
    protected override void Prepare()
    {
        (string name, string? value) = Ids.FirstOrDefault(id => id.Value is not null);
        if (value is { Length: 0 })
        {
            throw new ArgumentException($"The input has a {name} without a value, which does not mean all. Is a variable or a column misspelt?");
        }
    }

    /// <summary>Writes the data of a connection, or of all connections of the user. If there is none because of a connection, a warning says so.</summary>
    /// <param name="powens">The client.</param>
    /// <param name="items">The data.</param>
    /// <param name="what">The data, in the plural, such as <c>accounts</c>.</param>
    /// <param name="connectionId">The connection; null for all.</param>
    /// <param name="output">Receives the data.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    protected async Task WriteAsync<T>(
        PowensClient powens, IAsyncEnumerable<T> items, string what, string? connectionId, CommandOutput output, CancellationToken cancellationToken)
        where T : class
    {
        int count = await output.WriteAllAsync(items).ConfigureAwait(false);
        try
        {
            if (count == 0 && await powens.Connections.ExplainAbsenceAsync(User, connectionId, what, cancellationToken).ConfigureAwait(false) is { } reason)
            {
                output.Warn(reason);
            }
        }
        catch (ApiException)
        {
            // The list was read; only its explanation is missing.
        }
    }

    /// <summary>Returns an id; null if it has no value.</summary>
    protected static string? Given(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
