using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Reads what a synchronisation has brought into a company's dossier.</summary>
/// <param name="data">The session's data.</param>
/// <param name="dossier">Whose; what cannot be read stands there as a failure.</param>
internal sealed class DossierReader(QardData data, CompanyDossier dossier)
{
    /// <summary>So many data types of a company are read side by side, as inputs are by commands that read.</summary>
    private const int ReadsAtOnce = 4;

    /// <summary>Some types at a time; they come into the dossier in their order.</summary>
    /// <exception cref="ApiException">One that <see cref="ApiException.EndsRun"/>.</exception>
    public async Task ReadAsync(string userId, IReadOnlyList<string> dataTypes, CancellationToken cancellationToken)
    {
        using SemaphoreSlim turns = new(ReadsAtOnce, ReadsAtOnce);
        Task<List<QardUserData>>[] reads = [.. dataTypes.Select(type => ReadAsync(userId, type, turns, cancellationToken))];
        await Task.WhenAny(Task.WhenAll(reads)).ConfigureAwait(false);
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
            // Some types answer 404 where there is nothing (qard.md, ACT).
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
