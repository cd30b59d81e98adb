using System.Management.Automation;

namespace CompanyData.Commands.Audit;

/// <summary>Resolves the files of -Path (with wildcards) or -LiteralPath.</summary>
internal static class AuditPaths
{
    /// <summary>Returns the files; each missing one becomes a non-terminating error.</summary>
    public static IEnumerable<string> Resolve(PSCmdlet cmdlet, IEnumerable<string> paths, IEnumerable<string> literalPaths)
    {
        foreach (string path in literalPaths)
        {
            yield return cmdlet.GetUnresolvedProviderPathFromPSPath(path);
        }

        foreach (string path in paths)
        {
            IReadOnlyCollection<string> files = [];
            try
            {
                files = cmdlet.GetResolvedProviderPathFromPSPath(path, out _);
            }
            catch (ItemNotFoundException exception)
            {
                cmdlet.WriteError(ErrorRecords.Create(exception, "CompanyDataAuditNotFound", ErrorCategory.ObjectNotFound, path, "Check the path."));
            }

            foreach (string file in files)
            {
                yield return file;
            }
        }
    }
}
