using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Notices of the official gazette [docs]; the words in them are [inferred]. One opens a collective procedure where the siren has it so.</summary>
internal static class LegalNotices
{
    private const int Fewest = 1;
    private const int Most = 4;
    private const string Opening = "Jugement d'ouverture d'une procédure de redressement judiciaire";

    private static readonly (string Category, string Event)[] Usual =
    [
        ("Dépôt des comptes", "Comptes annuels et rapports"), ("Modification", "Modification de l'administration"),
        ("Modification", "Transfert du siège social"), ("Création", "Immatriculation"),
    ];

    public static Rows Rows(DataSource source)
    {
        var usual = source.Random("notices").Next(Fewest, Most);
        var count = usual + (source.User.Part.IsInProcedure ? 1 : 0);
        return new Rows(count, (json, index) =>
        {
            var random = source.Random("notice", index);
            var (category, happened) = index < usual ? random.Pick(Usual) : ("Procédure collective", Opening);
            json.WriteStartObject();
            json.WriteString("id", source.Id("notice", index));
            json.WriteString("provider_name", source.ProviderName);
            json.WriteDate("date", random.Date(2018, 2024));
            json.WriteString("source", "BODACC");
            json.WriteString("origin", index < usual ? "BODACC B" : "BODACC A");
            json.WriteString("type", "annonce");
            json.WriteString("category", category);
            json.WriteString("event", happened);
            json.WriteString("text", $"{source.User.Name}. {happened}.");
            json.WriteString("link", $"{SandboxOptions.Origin}notices/{source.Id("notice", index)}");
            json.WriteEndObject();
        });
    }

    /// <summary>The fields are [docs].</summary>
    public static Rows Procedures(DataSource source) => new(source.User.Part.IsInProcedure ? 1 : 0, (json, _) =>
    {
        json.WriteStartObject();
        json.WriteString("judgment_family", "Jugement d'ouverture");
        json.WriteString("judgment_nature", Opening);
        json.WriteDate("judgment_date", source.Random("procedure").Date(2024, 2024));
        json.WriteString("judgment_description", "Période d'observation de six mois. Les créanciers déclarent leurs créances dans les deux mois.");
        json.WriteEndObject();
    });
}
