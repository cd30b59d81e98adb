using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A box of a tax return, with the values of its columns. Source: qard.md, TAX_RETURN [docs].</summary>
public sealed class QardTaxReturnValue : ApiObject
{
    public string? Code { get; set; }

    public ValueList<string> Values { get; set => field = value ?? []; } = [];

    public override string ToString() => $"{Code}={Values}";
}
