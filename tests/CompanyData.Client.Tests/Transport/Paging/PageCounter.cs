using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>A list that keeps which of its pages were asked for.</summary>
internal sealed class PageCounter(int count, int size, bool enveloped)
{
    public List<int> Asked { get; } = [];

    public IAsyncEnumerable<int> Read(PrefetchBudget? session = null, CancellationToken token = default) => NumberedPages.Read(
        (number, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            Asked.Add(number);
            return Task.FromResult(NumberedPages.PageOf(count, size, number, enveloped));
        },
        size,
        session: session,
        token: token);
}
