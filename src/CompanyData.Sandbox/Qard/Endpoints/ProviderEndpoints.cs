using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>The data sources of the account. That each change answers the provider object is [inferred].</summary>
internal sealed class ProviderEndpoints(QardState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "providers", _ => Reply.List(Rows.From(state.Providers, (json, provider) => provider.Write(json)))),
        new("PUT", "providers/{name}", call => Change(call, provider => provider.Enable(RequiredFlag(call, "enable")))),
        new("PUT", "providers/{name}/settings", call => Change(call, provider => provider.Set(call.ReadBody()))),
        new("PUT", "providers/{name}/credentials", call => Change(call, provider => provider.SetCredentials(call.ReadBody()))),
    ];

    private static bool RequiredFlag(SandboxCall call, string name) =>
        call.ReadBody().Flag(name) ?? throw ApiException.Invalid($"{name} is required.", name);

    private HttpResponseMessage Change(SandboxCall call, Action<QardProvider> change)
    {
        var provider = state.FindProvider(call.Values[0]);
        change(provider);
        return Reply.Json(provider.Write);
    }
}
