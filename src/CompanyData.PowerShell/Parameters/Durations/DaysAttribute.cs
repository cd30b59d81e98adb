using System.Globalization;
using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>A duration, where a bare number means days. PowerShell by itself would take it for ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DaysAttribute : ArgumentTransformationAttribute
{
    private const double MaxDays = 36_500;

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            IConvertible and not string and not bool and not char and not DateTime => Days(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double days) => Days(days),
            _ => inputData,
        };
    }

    private static TimeSpan Days(double value)
        => value is >= 0 and <= MaxDays ? TimeSpan.FromDays(value) : throw new ArgumentTransformationMetadataException($"{value} is not a number of days.");
}
