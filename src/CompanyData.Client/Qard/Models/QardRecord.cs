namespace CompanyData.Qard;

/// <summary>An item of a data type that has no model of its own here; all its fields are kept.</summary>
public sealed class QardRecord : QardDataItem
{
    public override string ToString() => GetAdditionalFields().ToString();
}
