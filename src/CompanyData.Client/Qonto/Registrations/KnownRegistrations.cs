using System.Collections.Concurrent;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>
/// The registrations by company: those that the service listed when the session first needed them, and those that the session has created
/// since. A second registration of a company is most likely a mistake.
/// </summary>
/// <param name="list">Lists the registrations at the service.</param>
internal sealed class KnownRegistrations(Func<CancellationToken, IAsyncEnumerable<QontoRegistration>> list)
{
    private readonly ConcurrentDictionary<string, string> _byCompany = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _lock = new();
    private Task? _listing;

    /// <summary>Remembers a registration that was created.</summary>
    public QontoRegistration Remember(QontoRegistration registration, string? company)
    {
        if (company is not null)
        {
            _byCompany[company] = $"{registration.Id} ({registration.Status})";
        }

        return registration;
    }

    /// <returns>Id and status of a registration of the same company; null if there is none, or none can be listed.</returns>
    public async Task<string?> FindAsync(string? company, CancellationToken cancellationToken)
    {
        if (company is null)
        {
            return null;
        }

        Task listing;
        lock (_lock)
        {
            listing = _listing = _listing is null or { IsCanceled: true } ? ListAsync(cancellationToken) : _listing;
        }

        await listing.ConfigureAwait(false);
        return _byCompany.TryGetValue(company, out string? known) ? known : null;
    }

    /// <summary>What identifies a company: its legal number, or its name if it has no number yet.</summary>
    public static string? CompanyOf(string? legalNumber, string? legalName)
        => !string.IsNullOrWhiteSpace(legalNumber) ? legalNumber!.Replace(" ", string.Empty)
            : !string.IsNullOrWhiteSpace(legalName) ? legalName!.Trim()
            : null;

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (QontoRegistration registration in list(cancellationToken).ConfigureAwait(false))
            {
                Remember(registration, CompanyOf(registration.Organization?.LegalNumber, registration.Organization?.LegalName));
            }
        }
        catch (ApiException)
        {
            // The list is documented for company creations only. Without it, the session still knows what it has created itself.
        }
    }
}
