using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// Takes a user's id as text, or anything that has one. PowerShell by itself would take the text of any object for an id, and
/// could not choose between the id and the siren of a user that is piped in.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UserIdAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        PSObject value = PSObject.AsPSObject(inputData);
        return value.BaseObject switch
        {
            string or ValueType => value.BaseObject,
            _ => (value.Properties["UserId"] ?? value.Properties["Id"])?.Value as string ?? throw NoId(),
        };
    }

    /// <summary>The inner exception tells the binder to go on with the other parameters that might take the input.</summary>
    private static ArgumentTransformationMetadataException NoId()
        => new("It is no user id, and has no property UserId or Id.", new PSInvalidCastException());
}
