namespace CompanyData.Sandbox.Http;

/// <summary>One field of a multipart form.</summary>
internal sealed class MultipartPart
{
    public required string Name { get; init; }

    /// <summary>Given where the field is a file.</summary>
    public string? FileName { get; init; }

    public string? MediaType { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }
}
