using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>
/// Converts the value of a parameter, independent of the culture. If it fails, PowerShell reports the parameter and this message; PowerShell
/// itself would silently ignore the column of a row.
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
            // Only with this type of inner exception does the binder go on to try the input's properties.
            throw new ArgumentTransformationMetadataException(exception.Message, new PSInvalidCastException(exception.Message, exception));
        }
    }

    /// <exception cref="FormatException">The value cannot be converted.</exception>
    internal object? Read(object? cell) => Kind switch
    {
        CellKind.Column => RowBinder.TextOrProblem(cell),
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
