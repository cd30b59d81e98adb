namespace CompanyData.Sandbox.Powens.Data;

/// <summary>What an account is made of.</summary>
internal sealed record AccountKind(string Type, string Name, decimal? Balance)
{
    public string? Usage { get; init; } = "ORGA";

    public PowensCurrency? Currency { get; init; } = PowensCurrency.Euro;

    public bool IsDisabled { get; init; }

    public bool IsChecking => Type is "checking";

    public bool IsMarket => Type is "market";

    public bool IsLoan => Type is "loan";

    /// <summary>Whether it has an IBAN.</summary>
    public bool IsPayable => Type is "checking" or "savings" or "deposit";
}
