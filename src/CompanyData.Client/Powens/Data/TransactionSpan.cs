using System.Globalization;

namespace CompanyData.Powens;

/// <summary>
/// How far back a list of transactions goes. Without dates some domains give the last month only (powens.md [docs 2021]): where the first
/// that is found is later than the first on record, the list is not the whole.
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

    /// <summary>What is missing and what to do; null where nothing is.</summary>
    public string? Warning => _recorded is not { } recorded || _found <= recorded
        ? null
        : $"The list is not complete: the first transaction on record is of {Day(recorded)}, "
            + (_found is { } found ? $"and the first that came is of {Day(found)}. " : "and none came. ")
            + $"Without dates the service gives recent ones only. Read all of them with -MinDate {Day(recorded)}.";

    private static DateTime? Earlier(DateTime? left, DateTime? right) => right is null || left < right ? left : right;

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
