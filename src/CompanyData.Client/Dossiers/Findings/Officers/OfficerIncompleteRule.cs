namespace CompanyData.Dossiers;

/// <summary>Data that identifies an officer is missing.</summary>
internal sealed class OfficerIncompleteRule : FindingRule
{
    public override string Code => "OfficerIncomplete";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        for (int index = 0; index < context.Dossier.Officers.Count; index++)
        {
            PersonRecord officer = PersonRecord.From(context.Dossier.Officers[index]);
            string[] absent = [.. Absent(officer, context.Wording)];
            if (absent.Length > 0)
            {
                string list = string.Join(", ", absent);
                yield return Create(
                    context,
                    SeverityLevel.Review,
                    $"Officers[{index}]",
                    context.Wording.Say($"Missing for officer {officer.Name}: {list}.", $"Non connu du dirigeant {officer.Name} : {list}."),
                    officer.Name,
                    context.Wording.Say("Ask for an identity document, or an extract from the register.", "Demander une pièce d'identité ou un extrait du registre."));
            }
        }
    }

    private static IEnumerable<string> Absent(PersonRecord officer, Wording wording)
    {
        if (officer.Identity.Name.Length == 0)
        {
            yield return wording.Say("the name", "le nom");
        }

        if (officer.IsCompany)
        {
            if (officer.Identity.Siren is null)
            {
                yield return wording.Say("the siren", "le SIREN");
            }
        }
        else if (officer.Identity.BirthDate is not { Month: not null })
        {
            yield return wording.Say("the birth date", "la date de naissance");
        }

        if (!officer.Fields.Maps("roles").Any())
        {
            yield return wording.Say("the role", "la fonction");
        }
    }
}
