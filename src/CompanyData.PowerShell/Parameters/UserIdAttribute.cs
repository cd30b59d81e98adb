using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// Accepts a user id as text, or an object that has one. PowerShell itself would use the text form of any object as an id, and
/// could not choose between the id and the siren of a piped user.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UserIdAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (CellReader.Unwrap(inputData) is not { } value)
        {
            throw new ArgumentTransformationMetadataException("The user is null or empty. Is a variable misspelt, or was nothing found?");
        }

        return value switch
        {
            string text => text.Trim(),
            ValueType => value,
            IDictionary table => Convert.ToString(table["UserId"] ?? table["Id"], CultureInfo.InvariantCulture) is { Length: > 0 } id ? id : throw NoId(),
            IEnumerable => throw new ArgumentTransformationMetadataException(
                "Several users were given; the command takes one at a time. Pipe them in, such as: $users | Get-QardCompanyProfile", new PSInvalidCastException()),
            _ => (PSObject.AsPSObject(value).Properties["UserId"] ?? PSObject.AsPSObject(value).Properties["Id"])?.Value as string ?? throw NoId(),
        };
    }

    /// <summary>The inner exception makes the binder try other parameters for the input.</summary>
    private static ArgumentTransformationMetadataException NoId()
        => new("The value is not a user id and has no property UserId or Id.", new PSInvalidCastException());
}
