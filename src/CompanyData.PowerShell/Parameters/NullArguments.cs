using System.Management.Automation;
using System.Reflection;

namespace CompanyData.Parameters;

/// <summary>
/// A parameter that is given null is mostly a misspelt variable. Taken for one that was not given it would widen what a command does, up to
/// everything there is.
/// </summary>
internal static class NullArguments
{
    /// <summary>Ends the command where a parameter was given without a value. Call it before the first input is bound.</summary>
    public static void Refuse(PSCmdlet cmdlet, string errorPrefix)
    {
        foreach (string name in cmdlet.MyInvocation.BoundParameters.Where(bound => bound.Value is null or "").Select(bound => bound.Key))
        {
            if (cmdlet.GetType().GetProperty(name) is { } property && !Accepts(property, cmdlet.MyInvocation.BoundParameters[name]))
            {
                ArgumentException exception = new($"-{name} was given, but has no value. Is a variable misspelt? Leave the parameter out where it is not meant.");
                cmdlet.ThrowTerminatingError(ErrorRecords.InvalidInput(exception, errorPrefix, name));
            }
        }
    }

    /// <summary>Empty text is a value, but not of an id.</summary>
    private static bool Accepts(PropertyInfo property, object? value)
        => value is null ? property.IsDefined(typeof(AllowNullAttribute), inherit: true) : !property.IsDefined(typeof(IdAttribute), inherit: true);
}
