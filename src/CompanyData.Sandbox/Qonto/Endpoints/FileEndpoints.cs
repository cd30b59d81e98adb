using System.Net;
using System.Text;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;
using CompanyData.Sandbox.Qonto.Rules;

namespace CompanyData.Sandbox.Qonto.Endpoints;

/// <summary>Files of a registration. [docs]</summary>
internal sealed class FileEndpoints(QontoState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "registrations/{registration}/files", Upload),
        new("GET", "registrations/{registration}/files", List),
        new("GET", "registrations/{registration}/files/{file}", Read),
        new("DELETE", "registrations/{registration}/files/{file}", Remove),
    ];

    private static string? TextOf(MultipartPart? part) =>
        part is { Content.IsEmpty: false } ? Encoding.UTF8.GetString(part.Content.ToArray()).Trim() : null;

    private QontoRegistration FindOwner(SandboxCall call)
    {
        var registration = state.Find(call.Values[0]);
        return registration.IsCompanyCreation
            ? registration
            : throw QontoException.Invalid(new QontoError(QontoCodes.NotAllowed, "Only company creations have files."));
    }

    private HttpResponseMessage Upload(SandboxCall call)
    {
        var registration = FindOwner(call);
        var form = MultipartForm.Read(call)
            ?? throw QontoException.Invalid(new QontoError(QontoCodes.InvalidFormat, "The body must be multipart/form-data."));
        var (type, stakeholder, part) = (TextOf(form["file_type"]), TextOf(form["stakeholder_id"]), form["file"]);
        var findings = FileRules.Check(registration, type, stakeholder, part).ToArray();
        if (findings.Length > 0)
        {
            throw QontoException.Invalid(findings);
        }

        var file = new QontoFile
        {
            Id = state.NextId("file"),
            FileType = type!,
            FileName = part!.FileName!,
            MediaType = part.MediaType ?? "application/octet-stream",
            Content = part.Content.ToArray(),
            CreatedAt = state.Now,
            StakeholderId = stakeholder,
        };
        registration.Files.Add(file);
        return Answer(HttpStatusCode.Created, file, call);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, QontoFile file, SandboxCall call) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("registration_file");
        file.Write(json, call.Origin);
        json.WriteEndObject();
    });

    private static QontoFile Find(QontoRegistration registration, SandboxCall call) =>
        (Guid.TryParse(call.Values[1], out var id) ? registration.Files.Find(file => file.Id == id) : null) ?? throw QontoException.NotFound("File");

    private HttpResponseMessage Read(SandboxCall call) => Answer(HttpStatusCode.OK, Find(FindOwner(call), call), call);

    private HttpResponseMessage Remove(SandboxCall call)
    {
        var registration = FindOwner(call);
        registration.Files.Remove(Find(registration, call));
        return Reply.NoContent();
    }

    private HttpResponseMessage List(SandboxCall call)
    {
        var files = FindOwner(call).Files;
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(QontoDefaults.FileList);
            files.ForEach(file => file.Write(json, call.Origin));
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
