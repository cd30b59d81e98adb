using CompanyData.Quickstart;

Checkout checkout = Checkout.Find();
if (PowerShellRun.TryRun(checkout, out string? reason))
{
    return 0;
}

Console.WriteLine($"{reason} Running the same collection with the client library instead.");
await CoreRun.RunAsync(checkout).ConfigureAwait(false);
return 0;
