using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto.Rules;

/// <summary>What may be uploaded. [docs] The pointers are [inferred].</summary>
internal static class FileRules
{
    private static readonly string[] Extensions = [".pdf", ".png", ".jpg", ".jpeg"];
    private static readonly string[] MediaTypes = ["application/pdf", "image/png", "image/jpeg"];

    private static readonly string[] FileTypes =
    [
        "organization-deposit-certificate", "organization-proof-of-address", "organization-by-laws", "organization-kbis",
        "stakeholder-proof-of-identity", "stakeholder-residence-permit",
    ];

    public static IEnumerable<QontoError> Check(QontoRegistration registration, string? fileType, string? stakeholder, MultipartPart? file)
    {
        if (string.IsNullOrEmpty(fileType))
        {
            yield return new(QontoCodes.Required, "file_type is required.", "/file_type");
        }
        else if (!FileTypes.Contains(fileType, StringComparer.Ordinal))
        {
            yield return new(QontoCodes.NotInList, $"file_type must be one of: {string.Join(", ", FileTypes)}.", "/file_type");
        }
        else if (registration.Files.Exists(existing => existing.FileType == fileType))
        {
            yield return new(QontoCodes.AlreadyTaken, $"The registration has its {fileType} already.", "/file_type");
        }

        if (stakeholder is not null && !registration.HasStakeholder(stakeholder))
        {
            yield return new(QontoCodes.NotFound, "The registration has no such stakeholder.", "/stakeholder_id");
        }

        if (file?.FileName is not { Length: > 0 } name)
        {
            yield return new(QontoCodes.Required, "file is required.", "/file");
            yield break;
        }

        if (!Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
        {
            yield return new(QontoCodes.NotInList, $"The extension must be one of: {string.Join(", ", Extensions)}.", "/file");
        }

        if (file.MediaType is not null && !MediaTypes.Contains(file.MediaType, StringComparer.OrdinalIgnoreCase))
        {
            yield return new(QontoCodes.InvalidFormat, $"The media type must be one of: {string.Join(", ", MediaTypes)}.", "/file");
        }

        if (file.Content.Length > QontoDefaults.LargestFile)
        {
            yield return new(QontoCodes.TooLarge, "A file has 30 MB at most.", "/file");
        }

        if (file.Content.IsEmpty)
        {
            yield return new(QontoCodes.Required, "The file is empty.", "/file");
        }
    }
}
