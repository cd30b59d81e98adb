using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>A link of the hash chain: identifies a line of an audit log.</summary>
/// <param name="Number">Line number, from 1, across all files of the log.</param>
/// <param name="Hash">SHA-256 of the line without the line feed; the next line contains it.</param>
internal readonly record struct AuditLink(long Number, string Hash)
{
    /// <summary>The link that the first line of a log refers to.</summary>
    public static readonly AuditLink Start = new(0, new string('0', Sha256.Length));
}
