using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>The end user's consent to a source has ended or ends soon. The fields are undocumented; several likely names are tried.</summary>
internal sealed class ConsentExpiresRule : FindingRule
{
    private static readonly string[] Fields = ["consent_expires_at", "consent_expiration_date", "consent_end_date", "consent_valid_until", "expires_at", "expire"];

    public override string Code => "ConsentExpires";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        IEnumerable<(FieldMap Fields, string Evidence)> sources = context.Dossier.Syncs.Select((sync, index) => (WireFields.From(sync), $"Syncs[{index}]"))
            .Concat(context.Records("BANK_ACCOUNT"));
        foreach ((FieldMap fields, string evidence) in sources)
        {
            if (DateTimeConverter.TryParse(fields.Text(Fields), out DateTime end) && end - context.Now <= context.Options.ConsentNotice)
            {
                string source = fields.Text("provider_name", "bank_name", "name") ?? evidence;
                string date = context.Wording.Date(end);
                yield return Create(
                    context,
                    SeverityLevel.Review,
                    evidence,
                    end < context.Now
                        ? context.Wording.Say($"The consent to {source} ended on {date}.", $"Le consentement à {source} a pris fin le {date}.")
                        : context.Wording.Say($"The consent to {source} ends on {date}.", $"Le consentement à {source} prend fin le {date}."),
                    source,
                    context.Wording.Say("Let the end user consent again before it ends.", "Faire renouveler le consentement par l'utilisateur final."));
            }
        }
    }
}
