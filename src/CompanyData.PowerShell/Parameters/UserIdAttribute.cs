using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// Takes a user's id as text, or anything that has one. PowerShell by itself would take the text of any object for an id, and
/// could not choose between the id and the siren of a user that is piped in.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UserIdAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (CellReader.Unwrap(inputData) is not { } value)
        {
            throw new ArgumentTransformationMetadataException("There is no user: the value is null or empty. Is a variable misspelt, or was nothing found?");
        }

        return value switch
        {
            string text => text.Trim(),
            ValueType => value,
            _ => (PSObject.AsPSObject(value).Properties["UserId"] ?? PSObject.AsPSObject(value).Properties["Id"])?.Value as string ?? throw NoId(),
        };
    }

    /// <summary>The inner exception tells the binder to go on with the other parameters that might take the input.</summary>
    private static ArgumentTransformationMetadataException NoId()
        => new("This is not a user id, and it has no property UserId or Id.", new PSInvalidCastException());
}
