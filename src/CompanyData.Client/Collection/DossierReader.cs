using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Reads synchronised data into a dossier.</summary>
/// <param name="data">Reads data of the session.</param>
/// <param name="dossier">The dossier to fill; failures are recorded there.</param>
internal sealed class DossierReader(QardData data, CompanyDossier dossier)
{
    /// <summary>Number of data types of a company that are read concurrently; the same as the default of cmdlets that read.</summary>
    private const int ReadsAtOnce = 4;

    /// <summary>Reads data types concurrently and adds them to the dossier in order.</summary>
    /// <exception cref="ApiException">A failure that affects every call: <see cref="ApiException.EndsRun"/> is true.</exception>
    public async Task ReadAsync(string userId, IReadOnlyList<string> dataTypes, CancellationToken cancellationToken)
    {
        using SemaphoreSlim turns = new(ReadsAtOnce, ReadsAtOnce);
        Task<List<QardUserData>>[] reads = [.. dataTypes.Select(type => ReadAsync(userId, type, turns, cancellationToken))];
        Task all = Task.WhenAll(reads);
        await Task.WhenAny(all).ConfigureAwait(false);
        // Each read is awaited below. Without this, the combined task would raise UnobservedTaskException in the host.
        _ = all.Exception;
        foreach ((string dataType, Task<List<QardUserData>> read) in dataTypes.Zip(reads, (type, read) => (type, read)))
        {
            try
            {
                Add(dataType, await read.ConfigureAwait(false));
            }
            catch (ApiException exception) when (!exception.EndsRun)
            {
                dossier.Fail(dataType, exception);
            }
        }
    }

    private async Task<List<QardUserData>> ReadAsync(string userId, string dataType, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        List<QardUserData> items = [];
        await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (QardUserData item in data.ListAsync(userId, dataType, cancellationToken).ConfigureAwait(false))
            {
                items.Add(item);
            }
        }
        catch (ApiException none) when (none.Kind == ApiErrorKind.NotFound)
        {
            // Some types respond with 404 if there is no data (qard.md, ACT).
        }
        finally
        {
            turns.Release();
        }

        return items;
    }

    private void Add(string dataType, List<QardUserData> items)
    {
        if (items.Count == 0 && dataType == QardDataType.CompanyProfile)
        {
            dossier.Fail(dataType, "the service has no profile of the company", "Check the siren, or try again later.", "NO_DATA");
        }
        else
        {
            dossier.Add(dataType, items);
        }
    }
}
