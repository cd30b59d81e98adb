using System.Text.Json;

namespace CompanyData.Sandbox.Generation;

/// <summary>Fictional names, places and companies.</summary>
internal static class Fiction
{
    public static IReadOnlyList<string> FirstNames { get; } =
        ["Camille", "Dominique", "Claude", "Sacha", "Alix", "Maxime", "Charlie", "Morgan", "Andréa", "Noâ"];

    public static IReadOnlyList<string> LastNames { get; } =
        ["Exemple", "Modèle", "Specimen", "Essai", "Fictif", "Témoin", "Échantillon", "Prototype", "Maquette", "Gabarit"];

    public static IReadOnlyList<string> Cities { get; } =
        ["Villexemple", "Saint-Modèle", "Essai-sur-Papier", "Fictiville", "Maquette-les-Bains"];

    public static IReadOnlyList<string> Streets { get; } =
        ["rue de l'Essai", "avenue du Spécimen", "place du Témoin", "chemin des Gabarits"];

    public static IReadOnlyList<string> Trades { get; } =
        ["Atelier", "Comptoir", "Fabrique", "Maison", "Holding"];

    /// <summary>A siren that no company has: no real siren begins with 000.</summary>
    public static string Siren(DeterministicRandom random) => $"0001{random.Digits(5)}";

    public static string CompanyName(DeterministicRandom random) => $"{random.Pick(Trades)} {random.Pick(LastNames)} SAS";

    /// <summary>An address with the fields of the profile's headquarter. [docs]</summary>
    public static void WriteAddress(Utf8JsonWriter json, string name, DeterministicRandom random)
    {
        json.WriteStartObject(name);
        json.WriteString("address_line1", $"{random.Next(1, 99)} {random.Pick(Streets)}");
        json.WriteString("city", random.Pick(Cities));
        json.WriteString("postal_code", $"{random.Next(1, 95):D2}{random.Next(10)}00");
        json.WriteString("country", "FR");
        json.WriteEndObject();
    }
}
