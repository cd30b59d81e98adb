namespace CompanyData.Powens;

/// <summary>Which date of a transaction the first and the last day bound. Source: powens.md, transactions [docs].</summary>
public enum PowensDateField
{
    /// <summary>The date that is shown (<c>filter=date</c>).</summary>
    Date,

    /// <summary>The date that a person may move to another month; the service's own default.</summary>
    ApplicationDate,
}
