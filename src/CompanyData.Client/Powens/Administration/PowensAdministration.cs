using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>What an administrator of the domain reads: changes of the configuration, and usage that is billed.</summary>
public sealed class PowensAdministration
{
    private readonly PowensReader _reader;

    internal PowensAdministration(PowensReader reader) => _reader = reader;

    /// <summary>GET /config/logs [docs 2021].</summary>
    /// <param name="search">A text within the parameter's name.</param>
    /// <param name="type">add, update or delete.</param>
    /// <param name="minDate">The first day.</param>
    /// <param name="maxDate">The last day.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensConfigurationChange> ListConfigurationChangesAsync(
        string? search, string? type, DateTime? minDate, DateTime? maxDate, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(
                ApiPath.WithQuery(
                    "config/logs", ("search", search), ("type", type), ("min_date", PowensRequest.Day(minDate)), ("max_date", PowensRequest.Day(maxDate))),
                "list the changes of the configuration",
                search,
                PowensScope.Config),
            PowensJsonContext.Default.PowensConfigurationChange,
            change => change.Id,
            isPaged: false,
            cancellationToken,
            "configlogs");

    /// <summary>GET /invoicing?all [docs 2021]: counts by name. Without <c>all</c> nothing comes.</summary>
    /// <param name="minDate">The first day; null for the service's default, the current month.</param>
    /// <param name="maxDate">The last day.</param>
    /// <param name="detailed">Whether lists of ids come in place of counts.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<IReadOnlyDictionary<string, object?>> GetInvoicingAsync(DateTime? minDate, DateTime? maxDate, bool detailed, CancellationToken cancellationToken)
        => _reader.ReadValuesAsync(
            PowensRequest.Read(
                ApiPath.WithQuery(detailed ? "invoicing?all&detail" : "invoicing?all", ("min_date", PowensRequest.Day(minDate)), ("max_date", PowensRequest.Day(maxDate))), "read the usage", scope: PowensScope.Invoicing),
            cancellationToken);
}
