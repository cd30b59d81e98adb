using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Lists that others refer to: no token is needed. [docs] Their fields are [docs 2021].</summary>
internal static class ReferenceEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("GET", "account_types", _ => ListTypes()),
        new("GET", "currencies", _ => ListCurrencies()),
        new("GET", "documenttypes", _ => ListDocumentTypes()),
        new("GET", "categories", _ => ListCategories()),
    ];

    private static HttpResponseMessage ListTypes() =>
        PowensReply.List("accounttypes", [.. AccountCatalog.Types.Select((name, index) => (Id: index + 1, Name: name))], (json, type) =>
        {
            json.WriteNumber("id", type.Id);
            json.WriteString("name", type.Name);
            json.WriteNull("id_parent");
            json.WriteBoolean("is_invest", AccountCatalog.IsInvestment(type.Name));
            json.WriteString("display_name", type.Name);
            json.WriteString("display_name_p", $"{type.Name}s");
        });

    private static HttpResponseMessage ListCurrencies() => PowensReply.List("currencies", PowensCurrency.All, (json, currency) => currency.WriteFields(json));

    private static HttpResponseMessage ListDocumentTypes() => PowensReply.List("documenttypes", ReferenceTables.DocumentTypes, (json, type) =>
    {
        json.WriteNumber("id", type.Id);
        json.WriteString("name", type.Name);
        json.WriteBoolean("attacheable", type.Attacheable);
    });

    private static HttpResponseMessage ListCategories() => PowensReply.List("categories", ReferenceTables.Categories, (json, category) =>
    {
        json.WriteNumber("id", category.Id);
        json.WriteNumber("id_parent_category", category.Parent);
        json.WriteString("name", category.Name);
        json.WritePropertyName("income");
        if (category.Income is { } income)
        {
            json.WriteBooleanValue(income);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("color", category.Color);
        json.WriteBoolean("refundable", category.Income is false);
        json.WriteNull("id_user");
    });
}
