using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Rejects data types that are nothing but white space and commas, which would otherwise mean none or all.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DataTypesAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is string[] { Length: > 0 } names && Array.TrueForAll(names, name => !name.Any(char.IsLetterOrDigit)))
        {
            throw new ValidationMetadataException("A data type is a name such as COMPANY_PROFILE; this is blank.");
        }
    }
}
