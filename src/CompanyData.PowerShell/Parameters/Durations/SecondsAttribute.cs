using System.Globalization;
using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Converts a number to a duration in seconds. PowerShell itself would interpret it as ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            IConvertible and not string and not bool and not char and not DateTime => Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => Seconds(seconds),
            _ => inputData,
        };
    }

    private static TimeSpan Seconds(double value)
        => value is >= 0 and <= 315_360_000
            ? TimeSpan.FromSeconds(value)
            : throw new ArgumentTransformationMetadataException($"{value} seconds is not a valid duration. Use 0 to 315360000 (ten years).");
}
