using System.Collections;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids, sirens and names of Qard users, also from a part of the name or siren.</summary>
public sealed class UserIdCompleter : ItemCompleter<QardClient, QardUser>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override IAsyncEnumerable<QardUser> ReadAsync(QardClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Users.ListAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(QardUser item, string parameterName) => parameterName switch
    {
        "Siren" => (item.Siren, $"{item.Name}"),
        "Name" => (item.Name, $"{item.Siren}"),
        "Group" => (item.Group, $"{item.Group}"),
        _ => (item.Id, $"{item.Name} {item.Siren}"),
    };
}
