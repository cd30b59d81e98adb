using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>The transaction object. [docs]</summary>
internal static class TransactionWriter
{
    public static void Write(Utf8JsonWriter json, PowensAccount account, in PowensTransaction transaction, TransactionExpansion shown)
    {
        account.Changes.TryGetValue(transaction.Index, out var change);
        json.WriteStartObject();
        json.WriteNumber("id", transaction.Id);
        json.WriteNumber("id_account", account.Id);
        json.WriteDate("date", transaction.Date);
        json.WriteDate("application_date", change?.ApplicationDate ?? transaction.Date);
        json.WriteDate("rdate", transaction.Date.AddDays(-1));
        json.WriteDate("vdate", transaction.Date.AddDays(1));
        json.WriteDate("bdate", transaction.Date);
        json.WriteUtc("datetime", transaction.TimeOfDay);
        json.WriteUtc("rdatetime", transaction.TimeOfDay?.AddDays(-1));
        json.WriteUtc("vdatetime", transaction.TimeOfDay?.AddDays(1));
        json.WriteTimeOrNull("date_scraped", account.Connection.FirstUpdate);
        json.WriteNumberOrNull("value", transaction.Value);
        json.WriteNumberOrNull("gross_value", null);
        json.WriteNumberOrNull("commission", transaction.IsForeign ? 0.35m : null);
        json.WriteString("country", transaction.IsForeign ? "US" : null);
        json.WriteNull("id_cluster");
        json.WriteString("type", transaction.Type);
        json.WriteString("original_wording", transaction.OriginalWording);
        json.WriteString("simplified_wording", transaction.Wording);
        json.WriteString("wording", change?.Wording ?? transaction.Wording);
        WriteCategories(json, transaction, change);
        json.WriteBoolean("coming", transaction.IsComing);
        json.WriteBoolean("active", change?.Active ?? true);
        json.WriteString("comment", change?.Comment);
        WriteCounterparty(json, transaction);
        json.WriteString("card", transaction.Type is "card" ? "XXXX0000" : null);
        WriteOriginal(json, transaction);
        var removedAt = transaction.IsRemoved ? account.Connection.LastUpdateAt(shown.Now) : null;
        json.WriteTimeOrNull("deleted", removedAt);
        json.WriteTimeOrNull("last_update", removedAt ?? change?.At ?? account.Connection.FirstUpdate);
        shown.Write(json, account, transaction.Index);

        if (transaction.IsStrange)
        {
            json.WriteStrangeFields();
        }

        json.WriteEndObject();
    }

    /// <summary>The code of its category and of the one above; none for what comes in.</summary>
    public static IReadOnlyList<string> CategoriesOf(in PowensTransaction transaction) => transaction.Value < 0 ? ["purchases", "expenses"] : [];

    /// <summary>Objects with <c>code</c> and <c>parent_code</c>. [docs]</summary>
    private static void WriteCategories(Utf8JsonWriter json, in PowensTransaction transaction, TransactionChange? change)
    {
        json.WritePropertyName("categories");
        if (change?.Categories is { } categories)
        {
            categories.WriteTo(json);
            return;
        }

        json.WriteStartArray();
        if (CategoriesOf(transaction) is [var code, var parent])
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("parent_code", parent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCounterparty(Utf8JsonWriter json, in PowensTransaction transaction)
    {
        if (!transaction.HasCounterparty)
        {
            json.WriteNull("counterparty");
            return;
        }

        json.WriteStartObject("counterparty");
        json.WriteString("label", "Atelier Exemple SAS");
        json.WriteNull("account_scheme_name");
        json.WriteNull("account_identification");
        json.WriteString("type", transaction.Value < 0 ? "creditor" : "debtor");
        json.WriteEndObject();
    }

    private static void WriteOriginal(Utf8JsonWriter json, in PowensTransaction transaction)
    {
        json.WriteNumberOrNull("original_value", transaction.IsForeign ? transaction.Value : null);
        json.WritePropertyName("original_currency");
        if (transaction.IsForeign)
        {
            PowensCurrency.Dollar.Write(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
