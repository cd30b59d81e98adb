using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// Has a parameter read its value itself, the same in every culture. Where it cannot, PowerShell reports the parameter and what this says;
/// left to itself it would leave the column of a row out in silence.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CellAttribute(CellKind kind) : ArgumentTransformationAttribute
{
    public CellKind Kind { get; } = kind;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (FormatException exception)
        {
            // Of a whole input the binder tries the properties after this kind of inner exception alone.
            throw new ArgumentTransformationMetadataException(exception.Message, new PSInvalidCastException(exception.Message, exception));
        }
    }

    /// <exception cref="FormatException">It cannot be read.</exception>
    internal object? Read(object? cell) => Kind switch
    {
        CellKind.Day => CellReader.Day(cell),
        CellKind.Time => CellReader.Time(cell),
        CellKind.Flag => CellReader.Flag(cell),
        CellKind.Switch => CellReader.Flag(cell) ?? false,
        CellKind.Number => CellReader.Number(cell),
        CellKind.Address => CellReader.Address(cell),
        CellKind.Uri => CellReader.Text(cell) is { } text ? new Uri(text.Trim(), UriKind.RelativeOrAbsolute) : null,
        CellKind.Table => CellReader.Table(cell),
        CellKind.Tables => CellReader.Tables(cell),
        _ => CellReader.Text(cell),
    };
}
