using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A kind of document. Source: powens.md, documenttypes [docs]; fields [docs 2021].</summary>
public sealed class PowensDocumentType : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? DocumentTypeId => Id;

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Whether it can be attached to a transaction; spelt as the service spells it.</summary>
    public bool? Attacheable { get; set; }

    public override string ToString() => Name ?? Id ?? string.Empty;
}
