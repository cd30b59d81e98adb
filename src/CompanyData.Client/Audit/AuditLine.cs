using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>One line in a file of an audit log.</summary>
/// <param name="Path">The file.</param>
/// <param name="Position">Line number within the file, from 1.</param>
/// <param name="Bytes">Content without the line feed.</param>
/// <param name="IsWhole">Whether the line ends with a line feed.</param>
internal sealed record AuditLine(string Path, long Position, byte[] Bytes, bool IsWhole)
{
    private string? _hash;

    /// <summary>The parsed line; null if it cannot be read.</summary>
    public AuditEntry? Entry { get; } = AuditEntry.Parse(Bytes);

    /// <summary>Computed on first use: only a check of the chain needs it.</summary>
    public string Hash => _hash ??= Sha256.Hash(Bytes);
}
