using System.Globalization;

namespace CompanyData.Qard;

/// <summary>
/// The settings and credentials that are documented for a provider; others may exist. Source: qard.md, provider settings and credentials
/// [docs], those of gocardless [seed]. Which providers take <c>month_history</c> is [inferred]: those of bank and commerce data.
/// </summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Settings">Names of settings.</param>
/// <param name="Credentials">Names of credentials; all of them are needed.</param>
public sealed record QardProviderSetup(string Provider, IReadOnlyList<string> Settings, IReadOnlyList<string> Credentials)
{
    public static readonly IReadOnlyList<QardProviderSetup> All =
    [
        new("comply_cube", [AutoConnect, "officers_check", "beneficial_owners_check", "background_check_nodes_check"], []),
        new("infogreffe", [AutoConnect, "confidential_only"], ["client_id", "password"]),
        new("impots_gouv", [AutoConnect], []),
        new("gocardless", [AutoConnect, MonthHistory], ["is_sandbox", "client_id", "client_secret"]),
        new("stripe", [AutoConnect, MonthHistory], []),
        new("budget_insight", [AutoConnect, MonthHistory], ["domain", "client_id", "client_secret"]),
        new("sandbox_ocr", [AutoConnect, OcrType], []),
    ];

    private const string AutoConnect = "auto_connect";
    private const string MonthHistory = "month_history";
    private const string OcrType = "type";

    private static readonly string[] OcrTypes = ["COMPLETE", "SIMPLIFIED"];

    /// <returns>Null for a provider of which nothing is documented.</returns>
    public static QardProviderSetup? Find(string provider) => All.FirstOrDefault(setup => string.Equals(setup.Provider, provider, StringComparison.OrdinalIgnoreCase));

    /// <summary>Checks the values of documented settings.</summary>
    /// <exception cref="ArgumentException">A value cannot be right; nothing was sent.</exception>
    public void CheckSettings(IReadOnlyDictionary<string, object?> settings)
    {
        foreach (KeyValuePair<string, object?> setting in settings.Where(setting => Settings.Contains(setting.Key, StringComparer.Ordinal)))
        {
            string text = Convert.ToString(setting.Value, CultureInfo.InvariantCulture) ?? string.Empty;
            string? wanted = setting.Key switch
            {
                MonthHistory => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int months) && months > 0 ? null : "a number of months, such as 24",
                OcrType => OcrTypes.Contains(text, StringComparer.Ordinal) ? null : string.Join(" or ", OcrTypes),
                _ => setting.Value is bool ? null : "$true or $false",
            };
            if (wanted is not null)
            {
                throw new ArgumentException($"The setting '{setting.Key}' of {Provider} is {wanted}, not '{text}'.", nameof(settings));
            }
        }
    }

    /// <summary>Credentials that are documented and not among those given.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> given) => [.. Credentials.Except(given, StringComparer.Ordinal)];
}
