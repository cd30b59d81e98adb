using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the documents of the registration that the line names.</summary>
public sealed class RegistrationFileCompleter : ItemCompleter<QontoClient, QontoRegistrationFile>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    protected override async IAsyncEnumerable<QontoRegistrationFile> ReadAsync(
        QontoClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (bound["RegistrationId"]?.ToString() is not { Length: > 0 } registration)
        {
            yield break;
        }

        await foreach (QontoRegistrationFile file in client.Files.ListAsync(registration, cancellationToken).ConfigureAwait(false))
        {
            yield return file;
        }
    }

    protected override (string? Value, string Tooltip) Offer(QontoRegistrationFile item, string parameterName) => (item.Id, $"{item.FileType}: {item.FileName}");
}
