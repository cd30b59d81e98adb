using System.Net;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto;

/// <summary>
/// The page behind <c>redirection_link</c>, where an owner would open the account: visiting it completes the journey. It needs
/// no header, never meets a fault and does not redirect. Uploaded files are read back here as well.
/// </summary>
internal sealed class QontoOnboardingPages : SandboxService
{
    public static readonly string Path = SandboxHandler.QontoPath + "/onboarding";
    private readonly QontoState _state;
    private readonly RouteTable _routes;

    public QontoOnboardingPages(QontoState state)
        : base(Path)
    {
        _state = state;
        _routes = new RouteTable([new("GET", "registrations/{registration}", Visit), new("GET", "files/{file}", ReadFile)]);
    }

    public override bool HasFaults => false;

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        try
        {
            lock (_state.Gate)
            {
                return _routes.Answer(call);
            }
        }
        catch (QontoException error)
        {
            return Html(error.Status, error.Message);
        }
        catch (ApiException error)
        {
            return Html(error.Status, error.Message);
        }
    }

    private static HttpResponseMessage Html(HttpStatusCode status, string text) => Reply.Text(
        status,
        "text/html",
        $"<!doctype html><html><head><title>Sandbox onboarding</title></head><body><p>{WebUtility.HtmlEncode(text)}</p></body></html>");

    private HttpResponseMessage Visit(SandboxCall call)
    {
        var (registration, now) = (_state.Find(call.Values[0]), _state.Now);
        registration.Visit(now);
        return Html(HttpStatusCode.OK, $"Welcome. The registration is {registration.LastStepAt(now).Status}.");
    }

    private HttpResponseMessage ReadFile(SandboxCall call)
    {
        var file = _state.Registrations.SelectMany(registration => registration.Files)
            .FirstOrDefault(file => Guid.TryParse(call.Values[0], out var id) && file.Id == id)
            ?? throw QontoException.NotFound("File");
        return Reply.File(file.FileName, file.MediaType, file.Content);
    }
}
