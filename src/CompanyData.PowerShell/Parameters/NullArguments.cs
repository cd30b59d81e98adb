using System.Management.Automation;
using System.Reflection;

namespace CompanyData.Parameters;

/// <summary>
/// Rejects null arguments. A null argument is usually a misspelt variable; treating it as not given would widen the effect of a command, up to
/// all resources.
/// </summary>
internal static class NullArguments
{
    /// <summary>Ends the command if a parameter was given without a value. Call this before the first input is bound.</summary>
    public static void Reject(PSCmdlet cmdlet, string errorPrefix)
    {
        foreach (string name in cmdlet.MyInvocation.BoundParameters.Where(bound => bound.Value is null or "").Select(bound => bound.Key))
        {
            if (cmdlet.GetType().GetProperty(name) is { } property && !Accepts(property, cmdlet.MyInvocation.BoundParameters[name]))
            {
                ArgumentException exception = new($"-{name} was given without a value. Is a variable misspelt? If the parameter is not needed, omit it.");
                cmdlet.ThrowTerminatingError(ErrorRecords.InvalidInput(exception, errorPrefix, name));
            }
        }
    }

    /// <summary>Empty text is a valid value, except for an id.</summary>
    private static bool Accepts(PropertyInfo property, object? value)
        => value is null ? property.IsDefined(typeof(AllowNullAttribute), inherit: true) : !property.IsDefined(typeof(IdAttribute), inherit: true);
}
