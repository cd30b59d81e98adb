using System.Net;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Endpoints;
using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto;

/// <summary>
/// The onboarding API, with its three headers: <c>Authorization: Bearer</c>, <c>Qonto-Partner-Id</c> [seed] and, at the gate of
/// the sandbox, <c>X-Qonto-Staging-Token</c> [docs].
/// </summary>
internal sealed class QontoApi(QontoState state) : SandboxService(SandboxHandler.QontoPath + "/register")
{
    private const string Scheme = "Bearer ";
    private readonly QontoUse _use = new();

    private readonly RouteTable _routes = new(
    [
        .. new RegistrationEndpoints(state).Routes,
        .. new FileEndpoints(state).Routes,
        .. new WebhookEndpoints(state).Routes,
        .. new EventEndpoints(state).Routes,
    ]);

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        if (state.Options.QontoStagingToken is { Length: > 0 } token && call.Header("X-Qonto-Staging-Token") != token)
        {
            return QontoErrors.LoginPage();
        }

        var traceId = QontoErrors.TraceIdOf(call);
        var response = Answer(call, traceId);
        response.Headers.Add(QontoErrors.TraceHeader, traceId);
        return response;
    }

    private HttpResponseMessage Answer(SandboxCall call, string traceId)
    {
        try
        {
            CheckUse();
            Authenticate(call);
            lock (state.Gate)
            {
                return _routes.Answer(call);
            }
        }
        catch (QontoException error)
        {
            if (error.Status is HttpStatusCode.Unauthorized)
            {
                _use.Refuse(state.Now);
            }

            return QontoErrors.ToReply(error, traceId);
        }
        catch (ApiException error)
        {
            return QontoErrors.ToReply(error, traceId);
        }
    }

    private void CheckUse()
    {
        if (state.Options.QontoLimits)
        {
            _use.Begin(state.Now);
        }
    }

    private void Authenticate(SandboxCall call)
    {
        var header = call.Header("Authorization");
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header.Substring(Scheme.Length).Trim() != state.Options.QontoToken)
        {
            throw QontoException.Unauthorized("The bearer token is missing or unknown.");
        }

        if (call.Header("Qonto-Partner-Id") != state.Options.QontoPartnerId)
        {
            throw QontoException.Unauthorized("The partner id is missing or unknown.");
        }
    }
}
