using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>What <c>expand=account,documents</c> brings along with a transaction. [docs]</summary>
internal sealed class TransactionExpansion(SandboxCall call, PowensUser user, DateTimeOffset now)
{
    private readonly ISet<string> _expand = call.Query.Expand();

    public DateTimeOffset Now => now;

    public void Write(Utf8JsonWriter json, PowensAccount account, int place)
    {
        if (_expand.Contains("account"))
        {
            json.WritePropertyName("account");
            account.Write(json, now);
        }

        if (_expand.Contains("documents"))
        {
            json.WriteStartArray("documents");
            foreach (var document in user.InvoicesOf(account, place, now))
            {
                document.Write(json, now, call.Origin);
            }

            json.WriteEndArray();
        }
    }
}
