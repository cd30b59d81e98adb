using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// Accepts text or a number as an id. PowerShell itself would convert any piped object to text before it considers the object's properties.
/// A null id becomes empty text, to distinguish it from an id that was not given.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) => CellReader.Unwrap(inputData) switch
    {
        null => string.Empty,
        double.NaN or float.NaN => throw NotAnId("NaN is not an id."),
        IConvertible and (bool or DateTime) => throw NotAnId("An id is a text or a number."),
        string or Guid or IConvertible => CellReader.Text(inputData)!.Trim(),
        System.Collections.IList list => throw NotAnId($"The cell has {list.Count} values; give one id per row."),
        _ => throw NotAnId("An id is a text or a number."),
    };

    /// <summary>Only with this type of inner exception does the binder go on to try the input's properties.</summary>
    private static ArgumentTransformationMetadataException NotAnId(string message) => new(message, new PSInvalidCastException());
}
