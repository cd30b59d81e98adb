using CompanyData.Sandbox.Generation;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>One of the transactions of the year 2024, worked out from its place in the list alone.</summary>
internal readonly struct CommerceTransaction
{
    /// <summary>Transactions come in rounds of this many, each of which ends with a payout.</summary>
    private const int Round = 20;
    private const int FeePlace = 15;
    private const int RefundPlace = 17;
    private const int MonthsOfYear = 12;
    private static readonly DateTime FirstDay = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly long TicksOfYear = TimeSpan.FromDays(366).Ticks;

    private readonly ulong _key;
    private readonly ulong _bits;

    public CommerceTransaction(ulong key, int index, int count)
    {
        _key = key;
        _bits = Hash.Mix(key + (ulong)index);
        Index = index;
        CreatedAt = FirstDay.AddTicks((long)((double)index / count * TicksOfYear));
        Type = (index % Round) switch
        {
            FeePlace => "FEE",
            RefundPlace => "PAYMENT_REFUND",
            Round - 2 => "OTHER",
            Round - 1 => "PAYOUT",
            _ => "PAYMENT",
        };
    }

    /// <summary>The place of the first transaction within the last so many months; the year is all there is.</summary>
    public static int FirstOf(int months, int count) => months >= MonthsOfYear
        ? 0
        : (int)Math.Ceiling((double)(FirstDay.AddMonths(MonthsOfYear - months) - FirstDay).Ticks / TicksOfYear * count);

    public int Index { get; }

    public string Type { get; }

    public DateTime CreatedAt { get; }

    public Guid Id => IdOf(Index);

    public decimal Amount => new((int)(_bits % 50_000) + 100, 0, 0, isNegative: false, scale: 2);

    public decimal Fee => new((int)((_bits >> 32) % 400), 0, 0, isNegative: false, scale: 2);

    public string Status => Type is "PAYMENT_REFUND" ? "SUCCESS_REFUND" : ((_bits >> 48) % 20) switch
    {
        0 => "PENDING",
        1 => "DENIED",
        _ => "SUCCESS",
    };

    /// <summary>The payment that a refund gives back.</summary>
    public Guid? InitialTransactionId => Type is "PAYMENT_REFUND" ? IdOf(Index - 1) : null;

    /// <summary>The payment that a fee was taken for.</summary>
    public Guid? RelatedTransactionId => Type is "FEE" ? IdOf(Index - 1) : null;

    private Guid IdOf(int index)
    {
        var high = Hash.Mix(_key ^ Hash.Mix((ulong)index));
        return Hash.ToGuid(high, Hash.Mix(high));
    }
}
