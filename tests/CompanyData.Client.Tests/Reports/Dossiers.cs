using System.Globalization;
using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Reports;
using Microsoft.Extensions.Time.Testing;

namespace CompanyData.Client.Tests.Reports;

/// <summary>Dossiers to look at: what a company usually has, very much, nothing, and something everywhere.</summary>
internal static class Dossiers
{
    private static readonly DateTime Noon = new(2024, 1, 15, 12, 0, 0, DateTimeKind.Utc);

    public static CompanyDossier Usual()
    {
        CompanyDossier dossier = From("Exemple Industries SAS", "VAT_DECLARATION");
        dossier.Add(QardDataType.CompanyProfile, [Profile()]);
        dossier.Add(QardDataType.CompanyOfficer, [Officer("Camille", "Exemple", "Président"), Officer("Dominique", "Modèle", "Directeur général")]);
        dossier.Add(QardDataType.BeneficialOwner, [Owner("Camille", "Exemple", 60, 59.5m), Owner("Dominique", "Modèle", 26, 26.5m), Owner("Sacha", "Spécimen", 14, 14)]);
        dossier.Add("VAT_DECLARATION", [.. Enumerable.Range(1, 4).Select(month => Item("VAT_DECLARATION", ("period", $"2023-{month:00}"), ("file_id", $"f-{month}"), ("amount_due", 1200.5m * month), ("is_late", month == 3)))]);
        Synchronise(dossier, QardDataType.CompanyProfile, QardDataType.CompanyOfficer, QardDataType.BeneficialOwner, "VAT_DECLARATION");
        return dossier;
    }

    /// <summary>Thirty owners, long names, words without end.</summary>
    public static CompanyDossier Big()
    {
        CompanyDossier dossier = From("Compagnie générale d'exploitation des exemples extraordinairement longs et de leurs succursales réunies SA", "COURT_DECISION", "BANK_TRANSACTION", "TAX_RETURN");
        dossier.Add(QardDataType.CompanyProfile, [Profile()]);
        dossier.Add(QardDataType.CompanyOfficer, [.. Enumerable.Range(1, 12).Select(i => Officer($"Prénom{i}", new string('W', 10 + i), "Administrateur"))]);
        dossier.Add(QardDataType.BeneficialOwner, [.. Enumerable.Range(1, 30).Select(i =>
            i == 7 ? Owner("Anonyme", "Sans Part", null, null) : Owner($"Prénom{i}", i % 5 == 0 ? "Nom-À-Rallonge de la Très Longue Lignée" : i % 7 == 0 ? "漢字漢字漢字漢字漢字漢字" : $"NOM{i}WWW", 30 - i, 29.5m - i))]);
        dossier.Add("COURT_DECISION", [.. Enumerable.Range(1, 5).Select(i => Item("COURT_DECISION",
            ("id", $"d-{i}"), ("title", "Décision"), ("text", string.Concat(Enumerable.Repeat("Attendu que la demande est recevable. ", 12))), ("file_id", new string('f', 90)),
            ("court", "Tribunal de commerce"), ("city", "Modèle-Ville"), ("number", 12345 + i), ("date", "2023-05-04"), ("kind", "jugement"), ("state", "définitif")))]);
        dossier.Add("BANK_TRANSACTION", [.. Enumerable.Range(1, 60).Select(i => Item("BANK_TRANSACTION", ("date", $"2023-10-{(i % 28) + 1:00}"), ("label", $"Virement {i}"), ("amount", -1234.56m * i)))]);
        dossier.Fail("TAX_RETURN", "the provider asked for a new consent (AUTH_ERROR)", "Send the user to the redirect URL of the connection, then start again.", "AUTH_ERROR");
        dossier.Remarks.Add("2 users have this siren; the oldest, u-1, was used.");
        Synchronise(dossier, QardDataType.CompanyProfile, QardDataType.CompanyOfficer, QardDataType.BeneficialOwner, "COURT_DECISION", "BANK_TRANSACTION");
        return dossier;
    }

    /// <summary>All that was asked for came, and there was nothing.</summary>
    public static CompanyDossier Empty()
    {
        CompanyDossier dossier = From("Vide SARL", "ACT");
        dossier.Add(QardDataType.CompanyProfile, [new QardCompanyProfile { Name = "Vide SARL", RegistrationNumber = "123456789", RncsClosingDate = new DateTime(2023, 3, 1) }]);
        dossier.Add(QardDataType.CompanyOfficer, []);
        dossier.Add(QardDataType.BeneficialOwner, []);
        dossier.Add("ACT", []);
        return dossier;
    }

    public static CompanyDossier Failed()
    {
        CompanyDossier dossier = From("Introuvable SA");
        dossier.Fail("Connection", "Qard: the connection of 123456789 is ACTION_REQUIRED", "Send the user to the redirect URL.", "QardConsentRequired");
        return dossier;
    }

    /// <summary>Something in every property of everything that a dossier can hold.</summary>
    /// <param name="text">Makes a text of a number.</param>
    public static CompanyDossier Filled(Func<int, string> text)
    {
        Filling filling = new(text);
        CompanyDossier dossier = From(filling.Text());
        dossier.UserId = filling.Text();
        dossier.Add(QardDataType.CompanyProfile, [filling.Of<QardCompanyProfile>()]);
        dossier.Add(QardDataType.CompanyOfficer, [filling.Of<QardCompanyOfficer>(), filling.Of<QardCompanyOfficer>()]);
        dossier.Add(QardDataType.BeneficialOwner, [filling.Of<QardBeneficialOwner>(), filling.Of<QardBeneficialOwner>(), Owner(filling.Text(), filling.Text(), 51, 50)]);
        dossier.Add($"TYPE {filling.Text()}", [Record((filling.Text(), filling.Text())), Record((filling.Text(), filling.Text()))]);
        dossier.Add(QardDataType.CommerceTransaction, [filling.Of<QardCommerceTransaction>()]);
        dossier.Add(QardDataType.CommerceSubscription, [filling.Of<QardCommerceSubscription>()]);
        dossier.Add(QardDataType.CommerceTransactionInsight, [filling.Of<QardCommerceTransactionInsight>()]);
        dossier.Add(QardDataType.CommerceSubscriptionInsight, [filling.Of<QardCommerceSubscriptionInsight>()]);
        dossier.Syncs.AddRange([filling.Of<QardSyncItem>(), filling.Of<QardSyncItem>()]);
        dossier.Failures.Add(new(filling.Text(), filling.Text(), filling.Text()) { Code = filling.Text(), RequestId = filling.Text() });
        dossier.Remarks.Add(filling.Text());
        return dossier;
    }

    /// <summary>As somebody reads them half an hour after they were collected.</summary>
    public static ReportOptions Review { get; } = new() { Time = new FakeTimeProvider(Noon.AddMinutes(30)) };

    public static CompanyDossier From(string name, params string[] furtherTypes) => new()
    {
        Siren = "123456789",
        Name = name,
        Service = "service.example/api",
        ProviderName = "company_legal_fr",
        DataTypes = [.. QardDataType.Default, .. furtherTypes],
        CollectedAt = Noon,
        Elapsed = TimeSpan.FromSeconds(63.25),
    };

    public static QardCompanyProfile Profile() => new()
    {
        Name = "EXEMPLE INDUSTRIES",
        RegistrationNumber = "123456789",
        VatNumber = "FR00123456789",
        Legal = new() { Form = "SAS, société par actions simplifiée" },
        Capital = new() { Amount = new Money(37000, "EUR") },
        Activity = new() { ApeCode = "62.01Z", ApeName = "Programmation informatique" },
        Headquarter = new() { Address = new() { AddressLine1 = "1 rue de l'Exemple", PostalCode = "00000", City = "Modèle-Ville", Country = "FR" } },
        RegistrationDate = new DateTime(2012, 6, 1),
        RegistrationCourt = "Modèle-Ville",
        BusinessCategory = "PME",
        Staff = "20 à 49",
        StaffYear = 2022,
        CommercialNames = ["Exemple", "Exemple Services"],
    };

    public static QardCompanyOfficer Officer(string firstName, string lastName, string role) => new()
    {
        Id = $"o-{lastName}",
        Type = "PERSON",
        FirstName = firstName,
        LastName = lastName,
        BirthDate = new DateTime(1970, 2, 3),
        Nationality = "FR",
        Roles = [new() { Name = role, StartDate = new DateTime(2019, 1, 1) }],
    };

    public static QardBeneficialOwner Owner(string firstName, string lastName, decimal? shares, decimal? votes) => new()
    {
        Id = $"b-{lastName}",
        FirstName = firstName,
        LastName = lastName,
        BirthDate = new DateTime(1971, 5, 6),
        Nationality = "FR",
        SharesPercentage = shares,
        VotingRightsPercentage = votes,
    };

    /// <summary>As it is read of a data type that has a model.</summary>
    public static QardUserData Item(string dataType, params (string Name, object? Value)[] fields)
    {
        JsonElement json = JsonSerializer.SerializeToElement(Record(fields), QardJsonContext.Default.QardRecord);
        return (QardUserData)json.Deserialize(QardModel.Of(dataType).ItemType)!;
    }

    public static QardRecord Record(params (string Name, object? Value)[] fields) => new() { Extension = Fields(fields) };

    private static Dictionary<string, JsonElement> Fields(params (string Name, object? Value)[] fields)
        => fields.ToDictionary(field => field.Name, field => JsonSerializer.SerializeToElement(field.Value), StringComparer.Ordinal);

    private static void Synchronise(CompanyDossier dossier, params string[] types)
    {
        dossier.UserId = "u-1";
        dossier.Syncs.AddRange(types.Select((type, index) => new QardSyncItem
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"s-{index}"),
            DataType = type,
            ProviderName = "company_legal_fr",
            Status = SyncStatus.Success,
            DataConnectionId = "c-1",
            RequestedAt = DateTime.SpecifyKind(Noon.AddSeconds(1), DateTimeKind.Unspecified),
            CompletedAt = DateTime.SpecifyKind(Noon.AddSeconds(40 + index), DateTimeKind.Unspecified),
        }));
    }
}
