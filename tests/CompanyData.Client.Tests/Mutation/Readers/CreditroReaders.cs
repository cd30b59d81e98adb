using CompanyData.Client.Tests.Support;
using CompanyData.Creditro;
using CompanyData.Sandbox.Creditro;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Creditro's answers.</summary>
internal static class CreditroReaders
{
    public static async Task AddAsync(Readers readers, SandboxWorld world)
    {
        string stranger = CreditroTokens.Create("a-stranger");
        await AddAsync("cases", world.Options.CreditroToken, CreditroMethod.Post);
        await AddAsync("cases, by either method", world.Options.CreditroToken, CreditroMethod.Auto);
        await AddAsync("refusal: method", world.Options.CreditroToken, CreditroMethod.Get);
        await AddAsync("refusal: token", stranger, CreditroMethod.Post);

        Task AddAsync(string name, string token, CreditroMethod method) => readers.AddAsync(
            "Creditro",
            name,
            token,
            Sandbox.SandboxHandler.CreditroPath,
            options => new CreditroClient(options, new(token), method),
            async (client, cancellation) => await client.ListCasesAsync(cancellation).ReadAllAsync());
    }
}
