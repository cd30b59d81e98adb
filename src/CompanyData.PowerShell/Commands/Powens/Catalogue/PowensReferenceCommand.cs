using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>A command that lists what others refer to, by name; it takes no token.</summary>
public abstract class PowensReferenceCommand<T> : PowensCommand
    where T : class
{
    /// <summary>A name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    protected abstract IAsyncEnumerable<T> ListAsync(PowensReferences references, CancellationToken cancellationToken);

    protected abstract string? NameOf(T item);

    /// <summary>What the items are, for errors.</summary>
    protected abstract string Thing { get; }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        NameFilter named = new(Name);
        await output.WriteAllAsync(ListAsync(powens.References, cancellationToken), item => named.Matches(NameOf(item))).ConfigureAwait(false);
        EnsureFound(named, Thing);
    }
}
