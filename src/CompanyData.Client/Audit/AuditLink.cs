using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>A link of the chain: a line of an audit log, by its number and the SHA-256 of its bytes without the line feed.</summary>
/// <param name="Number">From 1, over all files of the log.</param>
/// <param name="Hash">The line after it carries this.</param>
internal readonly record struct AuditLink(long Number, string Hash)
{
    /// <summary>What the first line of a log refers to.</summary>
    public static readonly AuditLink Start = new(0, new string('0', Sha256.Length));
}
