namespace CompanyData.Sandbox.Powens.Data;

/// <summary>How many rows are still to be skipped, over all accounts.</summary>
internal sealed class TransactionSkip(long left)
{
    public long Left { get; set; } = left;
}
