using CompanyData.Sandbox.Creditro;
using CompanyData.Sandbox.Faults;

namespace CompanyData.Sandbox;

/// <summary>How a sandbox behaves. Values are read at each request, so a test may change them between requests.</summary>
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

    /// <summary>The kinds of faults that <see cref="FaultRate"/> brings, each as often as the others; all of them by default.</summary>
    public IReadOnlyCollection<FaultKind> FaultKinds { get; set; } = Faults.FaultKinds.All;

    /// <summary>How long a slow response keeps its reader waiting, over <see cref="Time"/>.</summary>
    public TimeSpan FaultDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Seed of all ids, faults and generated data. The same seed and the same calls give the same responses.</summary>
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

    /// <summary>What Qard and Qonto sign webhooks with until an account has a secret of its own.</summary>
    public string WebhookSecret { get; set; } = "sandbox-webhook-secret";

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
    /// effect even if the caller does not wait.
    /// </summary>
    public bool PowensSlowBank { get; set; }

    /// <summary>The one bearer token that the Qonto API accepts.</summary>
    public string QontoToken { get; set; } = "sandbox-qonto-token";

    /// <summary>The partner that <see cref="QontoToken"/> belongs to, in <c>Qonto-Partner-Id</c>.</summary>
    public string QontoPartnerId { get; set; } = "sandbox-partner";

    /// <summary>
    /// What the gate of the Qonto sandbox expects in <c>X-Qonto-Staging-Token</c>; empty for production, which has no gate.
    /// </summary>
    public string QontoStagingToken { get; set; } = "sandbox-staging-token";

    /// <summary>
    /// Whether Qonto follows its documentation strictly: the list covers company creations only. Other registrations are listed as
    /// well if this is false.
    /// </summary>
    public bool QontoStrictFlows { get; set; }

    /// <summary>Whether Qonto keeps to its documented limits: 1,000 calls in 10 seconds, 10,000 in 10 minutes, 200 answers of 401 in an hour.</summary>
    public bool QontoLimits { get; set; }

    /// <summary>The customer whose KYC cases the Creditro API answers.</summary>
    public string CreditroCustomerId { get; set; } = "sandbox-customer";

    /// <summary>
    /// A token that the Creditro API accepts: of the form of a JWT, unsigned, without an end, its claim <c>customer</c> being
    /// <see cref="CreditroCustomerId"/>. What <see cref="CreditroTokens"/> makes for this customer, or for one of
    /// <see cref="MagicCustomers"/>, is accepted as well until its <c>exp</c>.
    /// </summary>
    public string CreditroToken
    {
        get => field ?? CreditroTokens.Create(CreditroCustomerId);
        set;
    }

    /// <summary>KYC cases of a Creditro customer, up to 1,000,000.</summary>
    public int CreditroCaseCount
    {
        get;
        set => field = value is >= 0 and <= MostTransactions
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A customer has 0 to 1,000,000 cases.");
    } = 40;

    /// <summary>Which of POST and GET reads the cases; the other one is 405. The one public document names both.</summary>
    public HttpMethod CreditroMethod
    {
        get;
        set => field = value == HttpMethod.Post || value == HttpMethod.Get
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The method is POST or GET.");
    } = HttpMethod.Post;

    /// <summary>Creditro calls in any minute of <see cref="Time"/> before 429; 0 for no limit.</summary>
    public int CreditroQuota
    {
        get;
        set => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A quota is at least 0.");
    }

    /// <summary>Whether Creditro rejects a request that begins while another one is in progress: fair use.</summary>
    public bool CreditroOneAtATime { get; set; } = true;
}
