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
    ];

    private static string? TextOf(MultipartPart? part) =>
        part is { Content.IsEmpty: false } ? Encoding.UTF8.GetString(part.Content.ToArray()).Trim() : null;

    private QontoRegistration FindOwner(SandboxCall call)
    {
        var registration = state.Find(call.Values[0]);
        return registration.IsCompanyCreation || !state.Options.QontoStrictFlows
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
        return Reply.Json(HttpStatusCode.Created, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("registration_file");
            file.Write(json, call.Origin);
            json.WriteEndObject();
        });
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
