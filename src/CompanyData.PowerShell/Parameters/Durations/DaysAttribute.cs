using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>A duration, where a bare number means days.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DaysAttribute : DurationAttribute
{
    private const double MaxDays = 36_500;

    protected override string Unit => "days";

    protected override TimeSpan FromNumber(double value)
        => value is >= 0 and <= MaxDays ? TimeSpan.FromDays(value) : throw new ArgumentTransformationMetadataException($"{value} is not a number of days.");
}
