namespace CompanyData.Qard;

/// <summary>A data type that was not collected, with reason and remedy.</summary>
/// <param name="DataType">Data type, such as <c>COMPANY_OFFICER</c>.</param>
/// <param name="ProviderName">Name of the provider; null if no provider collects the type.</param>
/// <param name="Status">Status at the service, or <c>NOT_STARTED</c>.</param>
/// <param name="Reason">Reason of the failure in words.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="RedirectUrl">Address at which the end user consents; null if consent is not the remedy.</param>
public sealed record QardSyncFailure(string DataType, string? ProviderName, string Status, string Reason, string Remedy, string? RedirectUrl)
{
    public const string NotStarted = "NOT_STARTED";

    public override string ToString() => $"{DataType}: {Reason}";
}
