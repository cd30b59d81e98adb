namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>What a provider is before an account sets it up.</summary>
/// <param name="Name">Name in paths and connections.</param>
/// <param name="AuthRequired">Whether the end user must consent.</param>
/// <param name="DataTypes">Data types it offers.</param>
/// <param name="CredentialNames">Credentials required before it can be enabled.</param>
/// <param name="ReadyFromTheStart">Enabled with automatic connection in a fresh sandbox.</param>
/// <param name="Unique">Whether a user can have only one connection to it.</param>
internal sealed record ProviderRow(
    string Name,
    bool AuthRequired,
    IReadOnlyList<string> DataTypes,
    IReadOnlyList<string> CredentialNames,
    bool ReadyFromTheStart = false,
    bool Unique = true)
{
    public const string AutoConnect = "auto_connect";
    public const string MonthHistory = "month_history";
    public const string OcrType = "type";

    /// <summary>The names of its settings.</summary>
    public IReadOnlyList<string> SettingNames { get; init; } = [AutoConnect];
}
