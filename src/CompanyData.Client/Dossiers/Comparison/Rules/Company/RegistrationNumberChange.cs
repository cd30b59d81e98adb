using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The profile belongs to a different company than before.</summary>
internal sealed class RegistrationNumberChange : ChangeRule
{
    public override string Code => "RegistrationNumberChanged";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && change.Field == nameof(QardCompanyProfile.RegistrationNumber)
            ? new(SeverityLevel.Critical, change.Wording.Say($"The registration number changed from {change.OldText} to {change.NewText}.", $"Le numéro d'immatriculation passe de {change.OldText} à {change.NewText}."))
            : null;
}
