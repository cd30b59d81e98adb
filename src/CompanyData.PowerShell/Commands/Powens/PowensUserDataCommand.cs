using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>A Powens command about one user's things.</summary>
public abstract class PowensUserDataCommand : PowensPipelineCommand
{
    /// <summary>The user's id; by default the user whose token the session has.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdUser")]
    [Id]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>The user for the path: me where none is named.</summary>
    protected string User => Given(UserId) ?? PowensUsers.Me;

    /// <summary>The ids that may come with an input, from the narrowest on.</summary>
    protected virtual IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(UserId), UserId)];

    /// <summary>
    /// Refuses an input whose narrowest id has no value: without it, everything would come. A wider one may lack its value, as the
    /// connection of an account does that has none.
    /// </summary>
    protected override void Prepare()
    {
        (string name, string? value) = Ids.FirstOrDefault(id => id.Value is not null);
        if (value is { Length: 0 })
        {
            throw new ArgumentException($"The input has a {name} without a value, which does not stand for all. Is a variable or a column misspelt?");
        }
    }

    /// <summary>An id, where it has a value.</summary>
    protected static string? Given(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
