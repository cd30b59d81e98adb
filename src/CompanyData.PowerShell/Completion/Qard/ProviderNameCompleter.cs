using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Completion;

/// <summary>Completes provider names from the session, or documented ones without a session.</summary>
public sealed class ProviderNameCompleter : IArgumentCompleter
{
    /// <summary>Source: qard.md, providers seen [docs].</summary>
    private static readonly string[] Known =
    [
        "company_legal_fr", "infogreffe", "impots_gouv", "ocr_service", "comply_cube", "gocardless", "stripe", "paypal", "shopify",
        "prestashop", "woocommerce", "budget_insight", "sandbox_openbanking", "sandbox_public", "sandbox_private", "sandbox_ocr",
        "sandbox_commerce",
    ];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        IReadOnlyList<QardProvider>? providers = Completions.FromSession<QardClient, IReadOnlyList<QardProvider>>(
            ServiceEntry.Qard, fakeBoundParameters, async (qard, token) => await qard.Account.ListProvidersAsync(token).ReadAllAsync().ConfigureAwait(false));
        return Completions.From(wordToComplete, providers is null
            ? Known.Select(name => (name, name))
            : providers.Select(provider => (provider.Name ?? string.Empty, Describe(provider))));
    }

    private static string Describe(QardProvider provider)
        => $"{provider.Name}: {(provider.Enabled == true ? "enabled" : "not enabled")}; {provider.DataTypes}";
}
