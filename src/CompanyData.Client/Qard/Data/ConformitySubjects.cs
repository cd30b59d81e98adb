using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>The people and the company that conformity checks are about, by the ids that tie a check to them.</summary>
internal sealed class ConformitySubjects
{
    private readonly Dictionary<string, string> _officers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private string? _company;

    private ConformitySubjects()
    {
    }

    /// <summary>What was not collected has no names to give: then the check's own fields have to do.</summary>
    public static async Task<ConformitySubjects> ReadAsync(QardData data, string userId, CancellationToken cancellationToken)
    {
        ConformitySubjects subjects = new();
        await IfThereAsync(async () =>
        {
            await foreach (QardCompanyOfficer officer in data.ListCompanyOfficersAsync(userId, excludeAuditors: false, cancellationToken).ConfigureAwait(false))
            {
                Add(subjects._officers, officer.Id, officer.Name ?? string.Empty);
            }
        }).ConfigureAwait(false);
        await IfThereAsync(async () =>
        {
            await foreach (QardBeneficialOwner owner in data.ListBeneficialOwnersAsync(userId, cancellationToken).ConfigureAwait(false))
            {
                Add(subjects._owners, owner.Id, owner.Name ?? string.Empty);
            }
        }).ConfigureAwait(false);
        await IfThereAsync(async () =>
            subjects._company = (await data.GetCompanyProfileAsync(userId, cancellationToken).ConfigureAwait(false))?.Name).ConfigureAwait(false);
        return subjects;
    }

    public void Name(QardConformityCheck check)
    {
        string? name = check switch
        {
            { OfficerId: { } officer } => Find(_officers, officer),
            { BeneficialOwnerId: { } owner } => Find(_owners, owner),
            _ => _company,
        };
        if (name is not null)
        {
            check.Subject = name;
        }
    }

    private static string? Find(Dictionary<string, string> names, string id) => names.TryGetValue(id, out string? name) ? name : null;

    private static void Add(Dictionary<string, string> names, string? id, string name)
    {
        if (id is not null && name.Length > 0)
        {
            names[id] = name;
        }
    }

    private static async Task IfThereAsync(Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (ApiException none) when (none.Kind == ApiErrorKind.NotFound)
        {
            // Some types answer 404 where there is nothing.
        }
    }
}
