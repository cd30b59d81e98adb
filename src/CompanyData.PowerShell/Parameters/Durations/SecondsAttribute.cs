using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>A duration, where a bare number means seconds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : DurationAttribute
{
    protected override string Unit => "seconds";

    protected override TimeSpan FromNumber(double value)
        => value is >= 0 and <= 315_360_000
            ? TimeSpan.FromSeconds(value)
            : throw new ArgumentTransformationMetadataException($"{value} seconds is not a valid duration. Use 0 to 315360000 (ten years).");
}
