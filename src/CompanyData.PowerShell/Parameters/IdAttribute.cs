using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// An id: a text or a number. PowerShell by itself would take any object that is piped in for one, as the words it prints, before it looks
/// at the object's properties. An id without a value is empty text, so that it is told from one that was not given.
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
        System.Collections.IList list => throw NotAnId($"The cell holds {list.Count} values; give one id a row."),
        _ => throw NotAnId("An id is a text or a number."),
    };

    /// <summary>The binder tries the properties of the input after this kind of inner exception alone.</summary>
    private static ArgumentTransformationMetadataException NotAnId(string message) => new(message, new PSInvalidCastException());
}
