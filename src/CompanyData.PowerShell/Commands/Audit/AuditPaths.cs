using System.Management.Automation;

namespace CompanyData.Commands.Audit;

/// <summary>Files that a command takes by -Path with wildcards or by -LiteralPath.</summary>
internal static class AuditPaths
{
    /// <summary>The files; what is not there becomes an error of its own.</summary>
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
