namespace CompanyData.Dossiers;

/// <summary>A fixed text in both languages, with numbered placeholders such as {0}.</summary>
internal sealed record Phrase(string English, string French);
