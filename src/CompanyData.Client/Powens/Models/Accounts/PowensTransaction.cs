using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>An entry in a bank account. Source: powens.md, transaction [docs].</summary>
public sealed class PowensTransaction : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? TransactionId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? AccountId => IdAccount;

    public string? Id { get; set; }

    public DateTime? Date { get; set; }

    public decimal? Value { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Type { get; set; }

    public string? Wording { get; set; }

    public string? OriginalWording { get; set; }

    public string? SimplifiedWording { get; set; }

    public bool? Coming { get; set; }

    public bool? Active { get; set; }

    public DateTime? ApplicationDate { get; set; }

    public DateTime? Rdate { get; set; }

    public DateTime? Vdate { get; set; }

    public decimal? GrossValue { get; set; }

    public decimal? OriginalValue { get; set; }

    public FlexibleValue? OriginalCurrency { get; set; }

    public FlexibleValue? Categories { get; set; }

    /// <summary>The codes of the categories, with a semicolon between several; null for a transaction without a category.</summary>
    [JsonIgnore]
    public string? Category => CodesOf(Categories?.Value) is { Length: > 0 } codes ? codes : null;

    public FlexibleValue? Counterparty { get; set; }

    public string? Card { get; set; }

    public string? Comment { get; set; }

    /// <summary>Time at which the service removed the transaction; null if it was not removed.</summary>
    public DateTime? Deleted { get; set; }

    /// <summary>Whether the service has removed the transaction.</summary>
    [JsonIgnore]
    public bool IsDeleted => Deleted is not null;

    public DateTime? LastUpdate { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? IdAccount { get; set; }

    /// <summary>Time in UTC, from the bank.</summary>
    [JsonConverter(typeof(UtcDateTimeConverter))]
    public DateTime? Datetime { get; set; }

    /// <summary>Like <see cref="Datetime"/>, for <see cref="Rdate"/>.</summary>
    [JsonConverter(typeof(UtcDateTimeConverter))]
    public DateTime? Rdatetime { get; set; }

    /// <summary>Like <see cref="Datetime"/>, for <see cref="Vdate"/>.</summary>
    [JsonConverter(typeof(UtcDateTimeConverter))]
    public DateTime? Vdatetime { get; set; }

    public DateTime? Bdate { get; set; }

    public DateTime? DateScraped { get; set; }

    public decimal? Commission { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Country { get; set; }

    public string? IdCluster { get; set; }

    /// <summary>Only with <c>expand=account</c>.</summary>
    public PowensAccount? Account { get; set; }

    /// <summary>Only with <c>expand=documents</c>.</summary>
    public ValueList<PowensDocument> Documents { get; set => field = value ?? []; } = [];

    public override string ToString() => $"{Date:yyyy-MM-dd} {Value} {Wording}";

    /// <summary>A category is an object with a <c>code</c> [docs]; a bare code reads the same.</summary>
    private static string CodesOf(object? value) => value switch
    {
        ValueList<object?> list => string.Join("; ", list.Select(CodesOf).Where(code => code.Length > 0)),
        FieldMap map => map.TryGetValue("code", out object? code) && code is not null ? code.ToString()! : map.ToString(),
        _ => value?.ToString() ?? string.Empty,
    };
}
