using System.Net.Http.Headers;

namespace CompanyData.Qonto;

/// <summary>A document to upload, validated before anything is sent. Source: qonto.md, files [docs].</summary>
public sealed class QontoUpload
{
    /// <summary>Maximum size of a file: 30 MB.</summary>
    public const long MaxBytes = 30L * 1024 * 1024;

    /// <summary>The documented file types.</summary>
    public static readonly IReadOnlyList<string> FileTypes =
    [
        "organization-deposit-certificate", "organization-proof-of-address", "organization-by-laws", "organization-kbis",
        "stakeholder-proof-of-identity", "stakeholder-residence-permit",
    ];

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <exception cref="ArgumentException">The file is missing, empty, too large, or of an unsupported type, or the stakeholder's id is missing.</exception>
    public QontoUpload(string path, string fileType, string? stakeholderId)
    {
        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw new ArgumentException($"The file '{path}' does not exist.", nameof(path));
        }

        if (!MediaTypes.ContainsKey(file.Extension))
        {
            throw new ArgumentException($"'{file.Name}' is not a pdf, png, jpg or jpeg file; Qonto accepts only these.", nameof(path));
        }

        if (file.Length is 0 or > MaxBytes)
        {
            throw new ArgumentException($"'{file.Name}' has {file.Length} bytes; Qonto accepts files from 1 byte to 30 MB.", nameof(path));
        }

        if (!FileTypes.Contains(fileType, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{fileType}' is not a file type that Qonto documents: {string.Join(", ", FileTypes)}.", nameof(fileType));
        }

        if (fileType.StartsWith("stakeholder-", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(stakeholderId))
        {
            throw new ArgumentException($"A file of type '{fileType}' requires the stakeholder's id.", nameof(stakeholderId));
        }

        Path = file.FullName;
        FileType = fileType;
        StakeholderId = string.IsNullOrWhiteSpace(stakeholderId) ? null : stakeholderId;
    }

    public string Path { get; }

    public string FileType { get; }

    public string? StakeholderId { get; }

    internal HttpContent CreateContent()
    {
        MultipartFormDataContent form = new() { { new StringContent(FileType), "file_type" } };
        if (StakeholderId is not null)
        {
            form.Add(new StringContent(StakeholderId), "stakeholder_id");
        }

        StreamContent file = new(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true));
        file.Headers.ContentType = new MediaTypeHeaderValue(MediaTypes[System.IO.Path.GetExtension(Path)]);
        form.Add(file, "file", System.IO.Path.GetFileName(Path));
        return form;
    }
}
