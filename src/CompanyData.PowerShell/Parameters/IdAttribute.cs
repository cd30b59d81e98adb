using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// An id: a text or a number. PowerShell by itself would take any object that is piped in for one, as the words it prints, before it looks
/// at the object's properties.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        // The binder goes on to the properties after this kind of exception alone.
        return value is null or string or Guid or (IConvertible and not bool)
            ? inputData
            : throw new ArgumentTransformationMetadataException("An id is a text or a number.", new PSInvalidCastException($"A {value.GetType().Name} is no id."));
    }
}
