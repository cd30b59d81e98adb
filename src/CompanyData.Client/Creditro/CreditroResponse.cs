using System.Text.Json;

namespace CompanyData.Creditro;

/// <summary>Response of "Get KYC cases by customerId" [seed]: the cases are in <c>items</c>.</summary>
internal sealed class CreditroResponse
{
    public List<Dictionary<string, JsonElement>?>? Items { get; set; }
}
