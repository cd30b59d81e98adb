using System.Net;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Endpoints;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard;

/// <summary>The Qard API v6: every call needs the header <c>X-API-KEY</c>. [seed]</summary>
internal sealed class QardApi(QardState state) : SandboxService(SandboxHandler.QardPath)
{
    private readonly RouteTable _routes = new(
    [
        .. new AccountEndpoints(state).Routes,
        .. new ProviderEndpoints(state).Routes,
        .. new UserEndpoints(state).Routes,
        .. new ConnectionEndpoints(state).Routes,
        .. new SyncEndpoints(state).Routes,
        .. new DataEndpoints(state).Routes,
        .. new InputEndpoints(state).Routes,
    ]);

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        try
        {
            return string.Equals(call.Header("X-API-KEY"), state.Options.QardApiKey, StringComparison.Ordinal)
                ? _routes.Answer(call)
                : throw new ApiException(HttpStatusCode.Unauthorized, "The API key is missing or unknown.");
        }
        catch (ApiException error)
        {
            return QardErrors.ToReply(error);
        }
    }
}
