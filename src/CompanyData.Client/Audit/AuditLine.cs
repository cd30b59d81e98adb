using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>One line of an audit log's file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Position">From 1, within the file.</param>
/// <param name="Bytes">Without the line feed.</param>
/// <param name="IsWhole">Whether it ends in a line feed.</param>
internal sealed record AuditLine(string Path, long Position, byte[] Bytes, bool IsWhole)
{
    /// <summary>Null where it cannot be read.</summary>
    public AuditEntry? Entry { get; } = AuditEntry.Parse(Bytes);

    public string Hash { get; } = Sha256.Of(Bytes);
}
