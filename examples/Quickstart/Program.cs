using CompanyData.Quickstart;

Checkout checkout = Checkout.Find();
if (PowerShellRun.TryRun(checkout, out string? reason))
{
    return 0;
}

Console.WriteLine($"{reason} The same collection runs through the client core instead.");
await CoreRun.RunAsync(checkout).ConfigureAwait(false);
return 0;
