using System.Text.Json.Serialization.Metadata;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>
/// Finds misspelt fields: those that Qonto does not document and that resemble one that it does. Any other unknown field is sent unchanged.
/// </summary>
/// <param name="names">Names of the OAuth fields, which depend on the session.</param>
internal sealed class QontoFieldRules(QontoOAuthNames names)
{
    public void Check(RuleScope registration) => Check(registration, QontoJsonContext.Default.QontoRegistration);

    private void Check(RuleScope scope, JsonTypeInfo type)
    {
        Dictionary<string, Type> known = type.Properties.Where(property => !property.IsExtensionData).ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.Ordinal);
        foreach (string name in scope.Object?.Select(field => field.Key).Where(name => name != names.Parent).ToArray() ?? [])
        {
            if (known.TryGetValue(name, out Type? valueType))
            {
                CheckValue(scope[name], valueType);
            }
            else if (Suggestion.For(name, known.Keys) is { Length: > 0 } meant)
            {
                scope[name].Report("field-known", $"'{name}' is not a field that Qonto documents", $"{meant.TrimStart()} To send it unchanged, use -SkipValidation.");
            }
        }
    }

    private void CheckValue(RuleScope value, Type type)
    {
        Type itemType = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        if (QontoJsonContext.Default.GetTypeInfo(itemType) is { Kind: JsonTypeInfoKind.Object } known)
        {
            foreach (RuleScope scope in value.Items.Append(value))
            {
                Check(scope, known);
            }
        }
    }
}
