using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>Collected items by data type. As text: the number of items per type.</summary>
public sealed class DossierData : Dictionary<string, ValueList<QardUserData>>
{
    public DossierData()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    public override string ToString() => string.Join("; ", this.Select(pair => $"{pair.Key}: {pair.Value.Count}"));
}
