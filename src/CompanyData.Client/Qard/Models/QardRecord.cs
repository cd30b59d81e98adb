namespace CompanyData.Qard;

/// <summary>An item of a data type without a model; all its fields are kept.</summary>
public sealed class QardRecord : QardDataItem
{
    public override string ToString() => GetAdditionalFields().ToString();
}
