using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Commerce transactions. [docs] Every seventh fee is a bare number: both forms of money have been seen. [seen]</summary>
internal static class CommerceTransactions
{
    public static Rows Rows(DataSource source)
    {
        var key = source.Key("transactions");
        var first = CommerceTransaction.FirstOf(source.Months, source.TransactionCount);
        return new Rows(
            source.TransactionCount - first,
            (json, index) => Write(json, source, new CommerceTransaction(key, first + index, source.TransactionCount)));
    }

    private static void Write(Utf8JsonWriter json, DataSource source, in CommerceTransaction transaction)
    {
        json.WriteStartObject();
        json.WriteString("id", transaction.Id);
        json.WriteString("type", transaction.Type);
        json.WriteString("status", transaction.Status);
        json.WriteString("description", $"Opération n° {transaction.Index + 1}");
        json.WriteMoney("amount", transaction.Amount);
        if (transaction.Index % 7 == 0)
        {
            json.WriteNumber("fee_amount", transaction.Fee);
        }
        else
        {
            json.WriteMoney("fee_amount", transaction.Fee);
        }

        json.WriteTime("source_created_at", transaction.CreatedAt);
        WriteId(json, "initial_transaction_id", transaction.InitialTransactionId);
        WriteId(json, "related_transaction_id", transaction.RelatedTransactionId);
        json.WriteString("source_type", "payment");
        source.WriteOrigin(json);
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } value)
        {
            json.WriteString(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
