namespace CompanyData.Dossiers;

/// <summary>A fixed text of a report in both languages. Numbered places, such as {0}, are filled in.</summary>
internal sealed record Phrase(string English, string French);
