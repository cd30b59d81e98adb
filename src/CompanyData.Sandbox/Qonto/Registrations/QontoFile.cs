using System.Text.Json;

namespace CompanyData.Sandbox.Qonto;

/// <summary>A file of a registration. Its fields are [docs].</summary>
internal sealed class QontoFile
{
    public required Guid Id { get; init; }

    public required string FileType { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? StakeholderId { get; init; }

    /// <summary>Its <c>url</c> needs no header, as one of a store of files; that it leads to the content is [inferred].</summary>
    public void Write(Utf8JsonWriter json, string origin)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("filename", FileName);
        json.WriteNumber("filesize_bytes", Content.Length);
        json.WriteString("url", $"{origin}/{QontoOnboardingPages.Path}/files/{Id:D}");
        json.WriteString("created_at", QontoWriting.Milliseconds(CreatedAt));
        json.WriteString("file_type", FileType);
        json.WriteString("stakeholder_id", StakeholderId);
        json.WriteEndObject();
    }
}
