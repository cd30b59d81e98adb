using System.Globalization;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Which transactions a list asks for. The parameters are [docs]; what each compares with is [inferred].</summary>
internal sealed class TransactionFilter
{
    private readonly SandboxOptions _options;
    private readonly DateTime? _from;
    private readonly DateTime? _to;
    private readonly DateTime? _lastUpdate;
    private readonly decimal? _least;
    private readonly decimal? _most;
    private readonly string? _search;

    public TransactionFilter(QueryString query, SandboxOptions options)
    {
        _options = options;
        // The date that min_date and max_date apply to; rdate and vdate lie a day before and after the others.
        var shift = query["filter"] switch
        {
            "rdate" => 1,
            "vdate" => -1,
            _ => 0,
        };
        _from = query.Date("min_date")?.AddDays(shift);
        _to = query.Date("max_date")?.AddDays(shift);
        _lastUpdate = query.Date("last_update");
        _least = query.Amount("min_value");
        _most = query.Amount("max_value");
        _search = query["search"] is { Length: > 0 } search ? search : null;
    }

    private bool LooksAtEach => _least is not null || _most is not null || _search is not null;

    /// <summary>The places of the account's transactions that fit, after as many of them as <paramref name="skip"/> says.</summary>
    public IEnumerable<int> Select(PowensAccount account, TransactionSkip skip)
    {
        var count = account.CountTransactions(_options);
        var first = _to is { } to ? FirstOnOrBefore(account, count, to.Date) : 0;
        var end = _from is { } from ? FirstOnOrBefore(account, count, from.Date.AddDays(-1)) : count;
        if (IsOld(account))
        {
            var changed = account.Changes.OrderBy(pair => pair.Key)
                .Where(pair => ParisTime.From(pair.Value.At) >= _lastUpdate && pair.Key >= first && pair.Key < end)
                .Select(pair => pair.Key);
            return Scan(account, count, changed, skip);
        }

        if (LooksAtEach)
        {
            return Scan(account, count, Enumerable.Range(first, Math.Max(0, end - first)), skip);
        }

        var skipped = (int)Math.Min(skip.Left, Math.Max(0, end - first));
        skip.Left -= skipped;
        return Enumerable.Range(first + skipped, Math.Max(0, end - first - skipped));
    }

    /// <summary>Whether nothing but what was changed is as new as asked for.</summary>
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
        !(transaction.Value < _least)
        && !(transaction.Value > _most)
        && (_search is null || Contains(WordingOf(account, transaction)) || Contains(transaction.OriginalWording));

    private static string WordingOf(PowensAccount account, in PowensTransaction transaction) =>
        account.Changes.TryGetValue(transaction.Index, out var change) && change.Wording is { } wording ? wording : transaction.Wording;

    private bool Contains(string text) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, _search!, CompareOptions.IgnoreCase) >= 0;

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
