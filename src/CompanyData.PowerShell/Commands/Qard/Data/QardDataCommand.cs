using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command that reads data of a user by its id, or of a company's users by its siren.</summary>
public abstract class QardDataCommand : QardPipelineCommand
{
    /// <summary>The default parameter set of the derived commands.</summary>
    protected const string ById = "UserId";

    /// <summary>The user's id; binds from piped users, connections, synchronisations and results.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The id of the user.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [Alias("Id")]
    [UserId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public virtual string UserId { get; set; } = string.Empty;

    /// <summary>The siren of a company whose users are read.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The siren of a company whose users are read.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Siren")]
    [Alias("RegistrationNumber", "CompanyNumber")]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? Siren { get; set; }

    protected override object? Target => Siren ?? UserId;

    protected override void Prepare()
    {
        if (Siren is not null && SirenNumber.Explain(Siren) is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }

    /// <summary>Reads the data of one user.</summary>
    protected abstract Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken);

    /// <summary>Writes the items of one type. If the user has none, a warning says whether they were ever collected.</summary>
    /// <param name="qard">The client.</param>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataType">The type of the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="output">Receives the items.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="filter">Which items to write; null for all.</param>
    /// <param name="remark">What to add to the warning.</param>
    protected static async Task WriteAsync<T>(
        QardClient qard, string userId, string dataType, IAsyncEnumerable<T> items, CommandOutput output, CancellationToken cancellationToken, Func<T, bool>? filter = null, string? remark = null)
        where T : class
    {
        int count = 0;
        try
        {
            await output.WriteAllAsync(items, item =>
            {
                count++;
                return filter?.Invoke(item) != false;
            }).ConfigureAwait(false);
        }
        catch (ApiException missing) when (missing.Kind == ApiErrorKind.NotFound && dataType == QardDataType.Act && count == 0)
        {
            // Source: qard.md, ACT: 404 where none [seen]. Another 404 below says that the user is unknown.
        }

        if (count >= QardDataType.Parse(dataType).MaxItems)
        {
            output.Warn($"Qard: {userId}: {dataType} is limited to {count} items; there may be more.");
        }

        if (count == 0)
        {
            output.Warn(await qard.Data.ExplainAbsenceAsync(userId, dataType, cancellationToken).ConfigureAwait(false) + remark);
        }
    }

    protected sealed override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        if (Siren is not null)
        {
            await ReadCompanyAsync(qard, SirenNumber.Normalize(Siren)!, output, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await ReadAsync(qard, UserId, output, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (exception.Kind == ApiErrorKind.NotFound && SirenNumber.IsValid(UserId))
        {
            throw NotFound($"Qard: there is no user with the id '{UserId}', which looks like a siren.", UserId, $"Give a siren by name: -Siren {UserId}");
        }
    }

    private async Task ReadCompanyAsync(QardClient qard, string siren, CommandOutput output, CancellationToken cancellationToken)
    {
        IReadOnlyList<QardUser> users = await qard.Users.ListBySirenAsync(siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        if (users.Count == 0)
        {
            throw NotFound($"Qard: no user has the siren {siren}.", siren, $"Collect the company first: Invoke-QardCollection -Siren {siren} -Name …");
        }

        foreach (string id in users.Select(user => user.Id).OfType<string>())
        {
            await ReadAsync(qard, id, output, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ApiException NotFound(string message, string subject, string remedy)
        => new(ApiErrorKind.NotFound, "Qard", "find the user", message) { Subject = subject, Remedy = remedy };
}
