using System.Collections;
using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Rejects ranges that nothing can be in, such as -MinDate after -MaxDate, which would look as if there were nothing.</summary>
internal static class Ranges
{
    private const string Lower = "Min";
    private const string Upper = "Max";

    /// <summary>Ends the command if a lower bound is above its upper bound. Call this before the first input is bound.</summary>
    public static void Reject(PSCmdlet cmdlet, string errorPrefix)
    {
        foreach (KeyValuePair<string, object> bound in cmdlet.MyInvocation.BoundParameters.Where(bound => bound.Key.StartsWith(Lower, StringComparison.Ordinal)))
        {
            string name = bound.Key.Substring(Lower.Length);
            if (cmdlet.MyInvocation.BoundParameters.TryGetValue(Upper + name, out object? most) && Comparer.DefaultInvariant.Compare(bound.Value, most) > 0)
            {
                ArgumentException exception = new(
                    $"-{bound.Key} ({CellReader.Text(bound.Value)}) is above -{Upper}{name} ({CellReader.Text(most)}), so that nothing can match. Are the two exchanged?");
                cmdlet.ThrowTerminatingError(ErrorRecords.InvalidInput(exception, errorPrefix, bound.Key));
            }
        }
    }
}
