using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>An account. Its id tells its connection: 100 for each connection, and its place.</summary>
internal sealed class PowensAccount(PowensConnection connection, AccountKind kind, int index)
{
    private string? _name;
    private string? _usage = kind.Usage;
    private bool _display = true;
    private bool _bookmarked;

    public long Id { get; } = (connection.Id * 100) + index + 1;

    public PowensConnection Connection => connection;

    public AccountKind Kind => kind;

    public DateTimeOffset? DisabledAt { get; private set; } = kind.IsDisabled ? connection.CreatedAt : null;

    /// <summary>What was changed of its transactions, by their place.</summary>
    public ConcurrentDictionary<int, TransactionChange> Changes { get; } = new();

    public int CountTransactions(SandboxOptions options) => kind switch
    {
        { IsChecking: true } => options.PowensTransactionCount,
        { IsMarket: true } or { IsLoan: true } => 0,
        _ => Math.Min(PowensDefaults.FewTransactions, options.PowensTransactionCount),
    };

    /// <summary>Transactions that were removed: one of a checking account.</summary>
    public int CountRemoved(SandboxOptions options) => kind.IsChecking && options.PowensTransactionCount > PowensDefaults.RemovedLike ? 1 : 0;

    /// <summary>What a POST may change. [docs]</summary>
    public void Change(PowensBody body, DateTimeOffset now)
    {
        _name = body.Text("name") ?? _name;
        _usage = body.Text("usage") ?? _usage;
        _display = body.Flag("display") ?? _display;
        _bookmarked = body.Flag("bookmarked") ?? _bookmarked;
        DisabledAt = body.Flag("disabled") switch
        {
            true => DisabledAt ?? now,
            false => null,
            null => DisabledAt,
        };
    }

    /// <summary>The account object. [docs]</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteNumber("id", Id);
        json.WriteNumber("id_connection", connection.Id);
        json.WriteNumber("id_user", connection.UserId);
        json.WriteNumber("id_source", connection.Id);
        json.WriteNull("id_parent");
        json.WriteString("number", Number);
        json.WriteString("iban", kind.IsPayable ? $"FR00SANDBOX{Id:D16}" : null);
        json.WriteString("original_name", kind.Name);
        json.WriteString("name", _name ?? kind.Name);
        json.WriteNumberOrNull("balance", kind.Balance);
        json.WriteNumberOrNull("coming", kind.IsChecking ? -12.30m : null);
        WriteCurrency(json);
        json.WriteString("type", kind.Type);
        json.WriteNumber("id_type", Math.Max(0, AccountCatalog.Types.ToList().IndexOf(kind.Type)) + 1);
        json.WriteString("usage", _usage);
        json.WriteBoolean("display", _display);
        json.WriteBoolean("bookmarked", _bookmarked);
        json.WriteTimeOrNull("disabled", DisabledAt);
        json.WriteTimeOrNull("deleted", null);
        json.WriteTimeOrNull("last_update", connection.LastUpdateAt(now));
        WriteLoan(json);
        if (connection.Connector.IsStrange)
        {
            json.WriteStrangeFields();
        }

        json.WriteEndObject();
    }

    private string Number => $"9{Id.ToString("D10", CultureInfo.InvariantCulture)}";

    public void WriteCurrency(Utf8JsonWriter json)
    {
        json.WritePropertyName("currency");
        if (kind.Currency is null)
        {
            json.WriteNullValue();
        }
        else
        {
            kind.Currency.Write(json);
        }
    }

    private void WriteLoan(Utf8JsonWriter json)
    {
        if (!kind.IsLoan)
        {
            json.WriteNull("loan");
            return;
        }

        json.WriteStartObject("loan");
        json.WriteString("type", "mortgage");
        json.WriteNumber("total_amount", 40000.00m);
        json.WriteNumber("next_payment_amount", 512.34m);
        json.WriteDateOrNull("next_payment_date", ParisTime.From(connection.CreatedAt).Date.AddDays(20));
        json.WriteDateOrNull("maturity_date", ParisTime.From(connection.CreatedAt).Date.AddYears(4));
        json.WriteNumber("rate", 1.75m);
        json.WriteNumber("nb_payments_left", 48);
        json.WriteNull("insurance_label");
        json.WriteEndObject();
    }
}
