namespace CompanyData.Dossiers;

/// <summary>A text in the language of a review.</summary>
/// <param name="Text">The text.</param>
/// <param name="English">The part of it that is still English; null if there is none.</param>
internal sealed record Translation(string Text, string? English);
