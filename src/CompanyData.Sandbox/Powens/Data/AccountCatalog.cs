namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Which accounts a connection has.</summary>
internal static class AccountCatalog
{
    private static readonly AccountKind Checking = new("checking", "Compte courant", 1234567.89m);

    private static readonly AccountKind[] Everything =
    [
        Checking,
        new("savings", "Livret", 0.10m),
        new("card", "Carte à débit différé", -81.50m) { IsDisabled = true },
        new("market", "Compte-titres", 10300.25m) { Usage = "PRIV" },
        new("loan", "Prêt professionnel", -25000.00m),
        new("deposit", "Dépôt en dollars", 250.50m) { Currency = PowensCurrency.Dollar },
    ];

    /// <summary>An unknown type, an unknown usage, and nulls where the documents have none.</summary>
    private static readonly AccountKind[] Strange =
    [
        Checking,
        new("cryptovault", "Coffre", null) { Usage = "ROBO", Currency = null },
        new("savings", "Livret sans usage", 0.01m) { Usage = null },
    ];

    /// <summary>The account types that the API names, in the order of their ids. [docs]</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "unknown", "checking", "savings", "deposit", "card", "loan", "market", "joint", "pea", "pee", "per", "perco", "perp",
        "lifeinsurance", "article83", "rsp", "capitalisation", "madelin", "crowdlending", "real_estate",
    ];

    public static bool IsInvestment(string type) => type is "market" or "pea" or "pee" or "per" or "perco" or "perp" or "lifeinsurance";

    public static IReadOnlyList<PowensAccount> Create(PowensConnection connection) =>
        [.. Kinds(connection.Connector).Select((kind, index) => new PowensAccount(connection, kind, index))];

    private static AccountKind[] Kinds(MagicConnector connector) => connector switch
    {
        { HasNoAccount: true } or { IsProvider: true } => [],
        { IsStrange: true } => Strange,
        { LinksElsewhere: true } or { RepeatsNextLink: true } or { MaxPage: not null } => [Checking],
        _ => Everything,
    };
}
