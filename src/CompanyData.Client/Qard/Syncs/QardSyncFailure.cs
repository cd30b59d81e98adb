namespace CompanyData.Qard;

/// <summary>A data type that was not collected, and what to do about it.</summary>
/// <param name="DataType">Such as <c>COMPANY_OFFICER</c>.</param>
/// <param name="ProviderName">Null where no provider collects it.</param>
/// <param name="Status">The status the service gave, or <c>NOT_STARTED</c>.</param>
/// <param name="Reason">What happened, in words.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="RedirectUrl">Where the end user consents, where that is the remedy.</param>
public sealed record QardSyncFailure(string DataType, string? ProviderName, string Status, string Reason, string Remedy, string? RedirectUrl)
{
    public const string NotStarted = "NOT_STARTED";

    public override string ToString() => $"{DataType}: {Reason}";
}
