namespace CompanyData.Powens;

/// <summary>The date of a transaction to which first and last day apply. Source: powens.md, transactions [docs].</summary>
public enum PowensDateField
{
    /// <summary>The displayed date (<c>filter=date</c>).</summary>
    Date,

    /// <summary>The application date, which a user can move to another month; the service's default.</summary>
    ApplicationDate,
}
