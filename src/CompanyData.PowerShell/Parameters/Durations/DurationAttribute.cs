using System.Globalization;
using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Converts a bare number to a duration in a unit. PowerShell itself would interpret it as ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class DurationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            IConvertible and not string and not bool and not char and not DateTime => FromNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => FromNumber(number),
            string text when !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _) => throw new ArgumentTransformationMetadataException(
                $"'{CellReader.Shown(text)}' is not a duration. Give a number of {Unit}, or a TimeSpan such as (New-TimeSpan -Minutes 5)."),
            _ => inputData,
        };
    }

    /// <summary>The unit of a bare number, in the plural.</summary>
    protected abstract string Unit { get; }

    /// <exception cref="ArgumentTransformationMetadataException">The number is negative or too large.</exception>
    protected abstract TimeSpan FromNumber(double value);
}
