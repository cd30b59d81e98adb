namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Kinds of documents and categories of transactions. That there are lists of them is [docs], what is in them [inferred].</summary>
internal static class ReferenceTables
{
    public const int Invoice = 2;
    public const int Report = 4;

    public static IReadOnlyList<(int Id, string Name, bool Attacheable)> DocumentTypes { get; } =
        [(1, "statement", false), (Invoice, "invoice", true), (3, "contract", false), (Report, "report", false)];

    /// <summary>A parent refers to itself. [docs 2021]</summary>
    public static IReadOnlyList<(int Id, int Parent, string Name, bool? Income, string Color)> Categories { get; } =
    [
        (1, 1, "Revenus", true, "1abc9c"),
        (2, 1, "Ventes", true, "1abc9c"),
        (3, 3, "Dépenses", false, "e74c3c"),
        (4, 3, "Achats", false, "e74c3c"),
        (5, 5, "Virements internes", null, "95a5a6"),
    ];
}
