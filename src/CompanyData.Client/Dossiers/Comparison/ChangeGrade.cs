namespace CompanyData.Dossiers;

/// <summary>What a rule says of a change.</summary>
/// <param name="Severity">One of <see cref="SeverityLevel"/>.</param>
/// <param name="Message">A sentence.</param>
internal sealed record ChangeGrade(string Severity, string Message);
