namespace CompanyData.Dossiers;

/// <summary>A rule's assessment of a change.</summary>
/// <param name="Severity">One of <see cref="SeverityLevel"/>.</param>
/// <param name="Message">The change in one sentence.</param>
internal sealed record ChangeGrade(string Severity, string Message);
