namespace CompanyData.Simulation;

/// <summary>What happens in a world, line by line; kept only where somebody wants to read it.</summary>
internal sealed class Story(WorldClock clock, TextWriter? output)
{
    public bool IsTold => output is not null;

    public void Tell(FormattableString what)
    {
        if (output is not null)
        {
            output.WriteLine(FormattableString.Invariant($"{clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff}  {what.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
        }
    }
}
