using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>One of an account's transactions, worked out from its place alone: 0 is the newest.</summary>
internal readonly struct PowensTransaction
{
    /// <summary>Ids of an account's transactions follow each other, ten million for each account.</summary>
    public const long IdsOfAccount = 10_000_000;

    private static readonly string[] Types =
    [
        "card", "card", "transfer", "order", "check", "deposit", "payback", "withdrawal", "loan_payment", "bank", "deferred_card",
        "summary_card", "unknown",
    ];

    private static readonly string[] Shops = ["Café", "Librairie", "Garage", "Épicerie", "Télécoms", "Assurance", "Péage", "Cantine"];

    private readonly PowensAccount _account;
    private readonly ulong _bits;

    public PowensTransaction(PowensAccount account, int index, int count, int seed)
    {
        _account = account;
        _bits = Hash.Mix(Hash.Compute(seed, "powens transaction", account.Id) + (ulong)index);
        Index = index;
        IsRemoved = index >= count;
        Date = DateOf(account, IsRemoved ? PowensDefaults.RemovedLike : index, count);
    }

    public int Index { get; }

    public DateTime Date { get; }

    /// <summary>The place after the last: a card payment that was announced and then replaced, so that each synchronisation finds one removed.</summary>
    public bool IsRemoved { get; }

    public long Id => (_account.Id * IdsOfAccount) + Index;

    public bool IsStrange => _account.Connection.Connector.IsStrange;

    public string? Type => IsStrange && Index % 3 < 2
        ? (Index % 3 == 0 ? "quantum_transfer" : null)
        : Types[(int)(_bits % (ulong)Types.Length)];

    /// <summary>Two amounts that binary floating point does not keep, and then any.</summary>
    public decimal? Value => Index switch
    {
        0 => 0.10m,
        1 => 1234567.89m,
        4 when IsStrange => null,
        _ => new decimal((int)((_bits >> 8) % 100_000) + 1, 0, 0, isNegative: (_bits >> 30) % 4 != 0, scale: 2),
    };

    public bool IsComing => Index == 2;

    public string Wording => $"{Shops[(int)((_bits >> 40) % (ulong)Shops.Length)]} {Index + 1}";

    public string OriginalWording => $"PAIEMENT {Wording.ToUpperInvariant()}";

    /// <summary>Whether it was made in another currency.</summary>
    public bool IsForeign => Index % 25 == 5;

    /// <summary>The time in UTC, which banks give of card payments alone.</summary>
    public DateTime? TimeOfDay => Type is "card" ? Date.AddMinutes(600 + (int)((_bits >> 16) % 600)) : null;

    public bool HasCounterparty => Type is "transfer" or "order";

    /// <summary>The day of a place: a year's days, evenly.</summary>
    public static DateTime DateOf(PowensAccount account, int index, int count) =>
        ParisTime.From(account.Connection.CreatedAt).Date.AddDays(-((long)index * PowensDefaults.DaysOfTransactions / Math.Max(1, count)));
}
