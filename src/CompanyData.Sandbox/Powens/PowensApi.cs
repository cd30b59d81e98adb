using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Endpoints;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>The Powens API 2.0: each call says which token it needs, in <c>Authorization: Bearer</c>. [seed]</summary>
internal sealed class PowensApi(PowensState state) : SandboxService(SandboxHandler.PowensPath)
{
    private readonly RouteTable _routes = new(
    [
        .. ConnectorEndpoints.Routes,
        .. ReferenceEndpoints.Routes,
        .. new ConfigEndpoints(state).Routes,
        .. new WebhookEndpoints(state).Routes,
        .. new InvoicingEndpoints(state).Routes,
        .. new AuthEndpoints(state).Routes,
        .. new UserEndpoints(state).Routes,
        .. new ConnectionEndpoints(state).Routes,
        .. new SourceEndpoints(state).Routes,
        .. new LogEndpoints(state).Routes,
        .. new AccountEndpoints(state).Routes,
        .. new BalanceEndpoints(state).Routes,
        .. new TransactionEndpoints(state).Routes,
        .. new InvestmentEndpoints(state).Routes,
        .. new DocumentEndpoints(state).Routes,
    ]);

    /// <summary>Calls that talk to the bank may take long. [docs]</summary>
    public override TimeSpan DelayOf(SandboxCall call) =>
        call.Method is "POST" or "PUT" && call.Segments.Length is 3 or 4 && call.Segments[2] is "connections"
            ? state.BankDelayOf(call)
            : TimeSpan.Zero;

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        try
        {
            lock (state.Gate)
            {
                return _routes.Answer(call);
            }
        }
        catch (PowensException error)
        {
            return PowensErrors.ToReply(error, call.RequestId);
        }
        catch (ApiException error)
        {
            return PowensErrors.ToReply(error, call.RequestId);
        }
    }
}
