using CompanyData.Qard;
using CompanyData.Redaction;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Benchmarks;

/// <summary>A sandbox in which one company has data of every kind.</summary>
internal static class World
{
    private static readonly string[] Register = ["COMPANY_PROFILE", "COMPANY_OFFICER", "BENEFICIAL_OWNER", "COURT_DECISION"];

    private static readonly string[] Commerce =
        ["COMMERCE_TRANSACTION", "COMMERCE_SUBSCRIPTION", "COMMERCE_TRANSACTION_INSIGHT", "COMMERCE_SUBSCRIPTION_INSIGHT"];

    public static SandboxHandler Handler { get; } = new(Sessions.Sandbox);

    /// <summary>The company's user.</summary>
    public static string User { get; } = CreateAsync().GetAwaiter().GetResult();

    private static async Task<string> CreateAsync()
    {
        QardClient qard = Sessions.Qard(Handler);
        QardUser user = await qard.Users.CreateAsync(new QardNewLegalUser { Name = "Entreprise", Siren = "123456789" }, null, default).ConfigureAwait(false);
        await ConnectAsync(qard, user.Id!, "company_legal_fr", Register).ConfigureAwait(false);
        await qard.Account.SetProviderCredentialsAsync(
            "gocardless",
            new Dictionary<string, object?> { ["is_sandbox"] = true, ["client_id"] = "client", ["client_secret"] = new Secret("secret") },
            default).ConfigureAwait(false);
        await qard.Account.EnableProviderAsync("gocardless", true, default).ConfigureAwait(false);
        QardDataConnection shop = await ConnectAsync(qard, user.Id!, "gocardless", Commerce).ConfigureAwait(false);
        using HttpClient person = new(Handler, disposeHandler: false);
        (await person.GetAsync(new Uri(shop.RedirectUrl!)).ConfigureAwait(false)).EnsureSuccessStatusCode();
        await qard.Connections.WaitAsync((user.Id!, shop.Id!), TimeSpan.FromSeconds(10), default).ConfigureAwait(false);
        QardSync sync = await qard.Syncs.StartAsync(user.Id!, [], default).ConfigureAwait(false);
        await qard.Syncs.WaitAsync(sync, TimeSpan.FromSeconds(30), progress: null, default).ConfigureAwait(false);
        return user.Id!;
    }

    private static Task<QardDataConnection> ConnectAsync(QardClient qard, string userId, string provider, string[] types)
        => qard.Connections.CreateAsync(userId, new QardNewDataConnection { ProviderName = provider, RequestedDataTypes = types }, default);
}
