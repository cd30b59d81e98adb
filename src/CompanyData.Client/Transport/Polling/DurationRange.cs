namespace CompanyData.Transport;

/// <summary>How long something took, as far as polling tells.</summary>
/// <param name="MoreThan">It was still running then; zero where it was never seen to run.</param>
/// <param name="AtMost">It had ended then.</param>
internal sealed record DurationRange(TimeSpan MoreThan, TimeSpan AtMost);
