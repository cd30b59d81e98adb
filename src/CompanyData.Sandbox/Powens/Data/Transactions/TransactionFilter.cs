using System.Globalization;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Which transactions a list asks for. The parameters are [docs]; what some of them compare with is [inferred].</summary>
internal sealed class TransactionFilter
{
    private readonly SandboxOptions _options;
    private readonly string? _dateField;
    private readonly DateTime? _from;
    private readonly DateTime? _to;
    private readonly DateTime? _lastUpdate;
    private readonly bool _deletedOnly;
    private readonly bool _withDeleted;
    private readonly TransactionValues _values;
    private readonly string? _search;
    private readonly string? _wording;

    public TransactionFilter(QueryString query, SandboxOptions options)
    {
        _options = options;
        _dateField = query["filter"];
        (_from, _to) = (query.Date("min_date")?.Date, query.Date("max_date")?.Date);
        _lastUpdate = query.Date("last_update");
        _deletedOnly = query.IsOn("deleted");
        _withDeleted = _deletedOnly || query.IsOn("all");
        _values = new TransactionValues(query);
        _search = query["search"] is { Length: > 0 } search ? search : null;
        _wording = query["wording"] is { Length: > 0 } wording ? wording : null;
    }

    /// <summary>The places of the account's transactions that fit, after as many of them as <paramref name="skip"/> says.</summary>
    public IEnumerable<int> Select(PowensAccount account, TransactionSkip skip)
    {
        var count = account.CountTransactions(_options);
        var (first, end) = Bounds(account, count);
        var removed = _withDeleted ? Enumerable.Range(count, account.CountRemoved(_options)) : [];
        if (_deletedOnly)
        {
            return Scan(account, count, removed, skip);
        }

        if (IsOld(account))
        {
            var changed = account.Changes.Where(pair => ParisTime.From(pair.Value.At) >= _lastUpdate).Select(pair => pair.Key).OrderBy(place => place);
            return Scan(account, count, changed.Concat(removed), skip);
        }

        if (LooksAtEach(account))
        {
            return Scan(account, count, Enumerable.Range(first, Math.Max(0, end - first)).Concat(removed), skip);
        }

        var skipped = (int)Math.Min(skip.Left, Math.Max(0, end - first));
        skip.Left -= skipped;
        return Enumerable.Range(first + skipped, Math.Max(0, end - first - skipped)).Concat(Scan(account, count, removed, skip));
    }

    /// <summary>The days that <c>min_date</c> and <c>max_date</c> bound: of <c>application_date</c>, unless <c>filter=date</c> [docs].</summary>
    private DateTime DayOf(PowensAccount account, in PowensTransaction transaction) => _dateField switch
    {
        "date" => transaction.Date,
        "rdate" => transaction.Date.AddDays(-1),
        "vdate" => transaction.Date.AddDays(1),
        _ => account.Changes.TryGetValue(transaction.Index, out var change) && change.ApplicationDate is { } moved ? moved : transaction.Date,
    };

    /// <summary>Without dates some domains give the last month only. [docs 2021]</summary>
    private DateTime? From(PowensAccount account) => account.Connection.Connector.GivesLastMonth && (_from ?? _to) is null
        ? ParisTime.From(_options.Time.GetUtcNow()).Date.AddMonths(-1)
        : _from;

    private bool LooksAtEach(PowensAccount account) => _values.Any || _search is not null || _wording is not null || MovesDays(account);

    /// <summary>Whether days may not follow the places: somebody has moved a transaction to another day.</summary>
    private bool MovesDays(PowensAccount account) => _dateField is not ("date" or "rdate" or "vdate") && (_from ?? _to) is not null
        && account.Changes.Values.Any(change => change.ApplicationDate is not null);

    private (int First, int End) Bounds(PowensAccount account, int count)
    {
        if (MovesDays(account))
        {
            return (0, count);
        }

        var shift = _dateField switch
        {
            "rdate" => 1,
            "vdate" => -1,
            _ => 0,
        };
        return (
            _to is { } to ? FirstOnOrBefore(account, count, to.AddDays(shift)) : 0,
            From(account) is { } from ? FirstOnOrBefore(account, count, from.AddDays(shift - 1)) : count);
    }

    /// <summary>Whether nothing but what was changed or removed is as new as asked for.</summary>
    private bool IsOld(PowensAccount account) => _lastUpdate is { } time && ParisTime.From(account.Connection.FirstUpdate) < time;

    private IEnumerable<int> Scan(PowensAccount account, int count, IEnumerable<int> places, TransactionSkip skip)
    {
        foreach (var place in places.Where(place => Fits(account, new PowensTransaction(account, place, count, _options.Seed))))
        {
            if (skip.Left > 0)
            {
                skip.Left--;
            }
            else
            {
                yield return place;
            }
        }
    }

    private bool Fits(PowensAccount account, in PowensTransaction transaction) =>
        _values.Fit(transaction)
        && !(DayOf(account, transaction) < From(account))
        && !(DayOf(account, transaction) > _to)
        && !(transaction.IsRemoved && RemovedAt(account) < _lastUpdate)
        && (_wording is null || Contains(WordingOf(account, transaction), _wording))
        && (_search is null || Searched(account, transaction).Any(text => Contains(text, _search)));

    /// <summary>Labels, dates, values and categories. [docs 2021]</summary>
    private static IEnumerable<string> Searched(PowensAccount account, PowensTransaction transaction)
    {
        account.Changes.TryGetValue(transaction.Index, out var change);
        return
        [
            change?.Wording ?? transaction.Wording,
            transaction.OriginalWording,
            transaction.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            transaction.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            change?.Categories?.ToString() ?? string.Join(" ", TransactionWriter.CategoriesOf(transaction)),
        ];
    }

    private DateTime RemovedAt(PowensAccount account) => ParisTime.From(account.Connection.LastUpdateAt(_options.Time.GetUtcNow()) ?? account.Connection.FirstUpdate);

    private static string WordingOf(PowensAccount account, in PowensTransaction transaction) =>
        account.Changes.TryGetValue(transaction.Index, out var change) && change.Wording is { } wording ? wording : transaction.Wording;

    private static bool Contains(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase) >= 0;

    /// <summary>The first place whose day is not after the given one: days never rise from place to place.</summary>
    private static int FirstOnOrBefore(PowensAccount account, int count, DateTime day)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PowensTransaction.DateOf(account, middle, count) <= day)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
