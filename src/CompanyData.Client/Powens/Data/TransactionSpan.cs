using System.Globalization;

namespace CompanyData.Powens;

/// <summary>
/// Checks how far back a list of transactions reaches. Without dates some domains return only the last month (powens.md [docs 2021]): if the first
/// transaction in the list is later than the first on record, the list is incomplete.
/// </summary>
internal sealed class TransactionSpan
{
    private DateTime? _recorded;
    private DateTime? _found;

    public void Add(DateTime? recorded, DateTime? found)
    {
        _recorded = Earlier(_recorded, recorded);
        _found = Earlier(_found, found);
    }

    /// <summary>Returns what is missing and what to do; null if the list is complete.</summary>
    public string? Warning => _recorded is not { } recorded || _found <= recorded
        ? null
        : $"The list is incomplete: the first transaction on record is from {Day(recorded)}, "
            + (_found is { } found ? $"and the first in the list is from {Day(found)}. " : "but the list is empty. ")
            + $"Without dates the service returns only recent transactions. Read all of them with -MinDate {Day(recorded)}.";

    private static DateTime? Earlier(DateTime? left, DateTime? right) => right is null || left < right ? left : right;

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
