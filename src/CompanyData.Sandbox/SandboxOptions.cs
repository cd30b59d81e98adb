namespace CompanyData.Sandbox;

/// <summary>How a sandbox behaves. Values are read at each request, so that a test may change them on the way.</summary>
public sealed class SandboxOptions
{
    private const int MostTransactions = 1_000_000;

    /// <summary>Origin of the links in an in-process sandbox. The handler accepts every other origin as well.</summary>
    public static Uri Origin { get; } = new("https://sandbox.test/");

    /// <summary>The clock behind every status, date and delay.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Added to each request, over <see cref="Time"/>.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>From the start of a synchronisation to the end of its last item.</summary>
    public TimeSpan SyncDuration { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Share of the API requests that meet a fault, from 0 to 1.</summary>
    public double FaultRate
    {
        get;
        set => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The fault rate lies between 0 and 1.");
    }

    /// <summary>Seed of all ids, faults and generated data. The same seed and the same calls give the same answers.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Commerce transactions that a commerce connection holds, up to 1,000,000.</summary>
    public int TransactionCount
    {
        get;
        set => field = value is >= 0 and <= MostTransactions
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A connection holds 0 to 1,000,000 transactions.");
    } = 250;

    /// <summary>The one key that the Qard API accepts in <c>X-API-KEY</c>.</summary>
    public string QardApiKey { get; set; } = "sandbox-key";

    /// <summary>The client application that Powens knows.</summary>
    public string PowensClientId { get; set; } = "sandbox-client";

    /// <summary>The secret of <see cref="PowensClientId"/>.</summary>
    public string PowensClientSecret { get; set; } = "sandbox-client-secret";

    /// <summary>The Powens manage token of scope config.</summary>
    public string PowensConfigToken { get; set; } = "sandbox-config-token";

    /// <summary>The Powens manage token of scope user.</summary>
    public string PowensUsersToken { get; set; } = "sandbox-users-token";

    /// <summary>The Powens manage token of scope invoicing.</summary>
    public string PowensInvoicingToken { get; set; } = "sandbox-invoicing-token";

    /// <summary>The Powens manage token of scope categorization.</summary>
    public string PowensCategorizationToken { get; set; } = "sandbox-categorization-token";

    /// <summary>
    /// The token of Powens user 1, who is there from the start with two synchronised connections: 1 to a bank, 2 to a provider
    /// of documents.
    /// </summary>
    public string PowensUserToken { get; set; } = "sandbox-user-token";

    /// <summary>Transactions of each Powens checking account, up to 1,000,000; other accounts have 12 at most.</summary>
    public int PowensTransactionCount
    {
        get;
        set => field = value is >= 0 and <= MostTransactions
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "An account holds 0 to 1,000,000 transactions.");
    } = 250;

    /// <summary>
    /// Whether Powens calls that talk to a bank are answered after <see cref="SyncDuration"/> only, as real ones are; they take
    /// effect all the same where the caller does not wait.
    /// </summary>
    public bool PowensSlowBank { get; set; }
}
