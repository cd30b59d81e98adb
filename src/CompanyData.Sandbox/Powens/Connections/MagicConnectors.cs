using System.Globalization;

namespace CompanyData.Sandbox.Powens;

/// <summary>
/// The connectors of the sandbox, for tests and training; none of them exists. The uuid of connector <c>n</c> is
/// <c>00000000-0000-4000-8000-</c> and <c>n</c> in twelve digits. Where a connector asks for <c>login</c> and
/// <c>password</c>, every value is accepted except the password <c>wrong</c>, which is rejected with <c>wrongpass</c>, in a case that
/// changes from time to time. The one-time code is <see cref="OneTimeCode"/>; every other code is rejected in the same way.
/// Accounts and transactions are there once the first synchronisation has ended, SyncDuration after it began.
/// <list type="table">
/// <item><term>1</term><description>A bank without problems: checking, savings, a disabled card, a market account with
/// investments, a loan, a deposit in USD.</description></item>
/// <item><term>2</term><description>A provider with two subscriptions, one of them disabled, and 24 documents each.</description></item>
/// <item><term>3</term><description>Asks for a one-time code: 202, additionalInformationNeeded, <c>fields</c>.</description></item>
/// <item><term>4</term><description>webauthRequired until the webview has been visited; no fields.</description></item>
/// <item><term>5</term><description>SCARequired until the webview has been visited.</description></item>
/// <item><term>6</term><description>decoupled for SyncDuration, at least a second; then valid.</description></item>
/// <item><term>7</term><description>validating for SyncDuration, at least a second; then valid.</description></item>
/// <item><term>8</term><description>actionNeeded until the webview has been visited.</description></item>
/// <item><term>9</term><description>passwordExpired until new credentials are sent.</description></item>
/// <item><term>10</term><description>rateLimiting; a synchronisation at <c>next_try</c>, an hour later, or after helps.</description></item>
/// <item><term>11</term><description>websiteUnavailable; likewise.</description></item>
/// <item><term>12</term><description>bug, forever.</description></item>
/// <item><term>13</term><description>quarantined, an undocumented state, forever.</description></item>
/// <item><term>14</term><description>Valid, but without accounts: an account list is 400 noAccount.</description></item>
/// <item><term>15</term><description>The <c>_links.next</c> of its transactions leads to another host.</description></item>
/// <item><term>16</term><description>The <c>_links.next</c> of its transactions leads to the same page forever.</description></item>
/// <item><term>17</term><description>Its objects carry unknown fields, unknown enum values, and nulls.</description></item>
/// <item><term>18</term><description>Reading it by id, and connecting to it, is answered with 400 and an HTML page.</description></item>
/// <item><term>19</term><description>Each synchronisation asked for is rejected: connectionLocked.</description></item>
/// <item><term>20</term><description>Each synchronisation asked for is rejected: tooManySync.</description></item>
/// <item><term>21</term><description>A bank in Germany that also asks for a <c>website</c> out of a list, and takes an
/// optional <c>openday</c>.</description></item>
/// <item><term>22</term><description>A hidden bank in Spain, without problems.</description></item>
/// <item><term>23</term><description>Without dates, only the last month of its transactions comes.</description></item>
/// <item><term>24</term><description>At most 500 transactions come at once, whatever the limit, and without links.</description></item>
/// <item><term>25</term><description>Its consent ends three days after it was given; the webview renews it.</description></item>
/// <item><term>26</term><description>Each synchronisation asked for is rejected, each time with another of config, bug, bankMessage,
/// notSupported, keymanager and dataError.</description></item>
/// </list>
/// </summary>
public static class MagicConnectors
{
    internal const string UnknownState = "quarantined";
    internal const string WrongPassword = "wrong";

    /// <summary>The code that the connectors which ask for one accept.</summary>
    public static string OneTimeCode => "123456";

    /// <summary>A bank without problems: the first row of the table.</summary>
    public static MagicConnector Bank => All[0];

    /// <summary>A provider of documents where all goes well: the second row of the table.</summary>
    public static MagicConnector Provider => All[1];

    /// <summary>The table.</summary>
    public static IReadOnlyList<MagicConnector> All { get; } =
    [
        new() { Id = 1, Name = "Banque Exemple", Description = "all goes well", Capabilities = ["bank", "bankwealth", "profile"] },
        new() { Id = 2, Name = "Fournisseur Exemple", Description = "subscriptions and documents", Capabilities = ["document"] },
        new()
        {
            Id = 3,
            Name = "Banque à Code",
            Description = "asks for a one-time code: 123456",
            State = PowensStates.AdditionalInformationNeeded,
            Remedy = Remedy.Code,
        },
        new()
        {
            Id = 4,
            Name = "Banque à Redirection",
            Description = "webauthRequired until the webview has been visited",
            State = PowensStates.WebauthRequired,
            Remedy = Remedy.Webview,
            Fields = [],
        },
        Stuck(5, "Banque Forte", PowensStates.ScaRequired, Remedy.Webview, "until the webview has been visited"),
        Stuck(6, "Banque Mobile", PowensStates.Decoupled, Remedy.Time, "for a while"),
        Stuck(7, "Banque Lente", PowensStates.Validating, Remedy.Time, "for a while"),
        Stuck(8, "Banque Bavarde", PowensStates.ActionNeeded, Remedy.Webview, "until the webview has been visited"),
        Stuck(9, "Banque Périmée", PowensStates.PasswordExpired, Remedy.Credentials, "until new credentials are sent"),
        Stuck(10, "Banque Pressée", PowensStates.RateLimiting, Remedy.Retry, "until a synchronisation after next_try"),
        Stuck(11, "Banque Fermée", PowensStates.WebsiteUnavailable, Remedy.Retry, "until a synchronisation after next_try"),
        Stuck(12, "Banque en Panne", PowensStates.Bug, Remedy.Never, "for ever"),
        Stuck(13, "Banque Inconnue", UnknownState, Remedy.Never, "for ever, an undocumented state"),
        new() { Id = 14, Name = "Banque Vide", Description = "no accounts: 400 noAccount", HasNoAccount = true },
        new() { Id = 15, Name = "Banque Ailleurs", Description = "_links.next leads to another host", LinksElsewhere = true },
        new() { Id = 16, Name = "Banque en Boucle", Description = "_links.next leads to the same page for ever", RepeatsNextLink = true },
        new() { Id = 17, Name = "Banque Étrange", Description = "unknown fields, unknown enum values, nulls", IsStrange = true },
        new() { Id = 18, Name = "Banque en Page", Description = "answers with 400 and an HTML page", IsHtmlPage = true },
        new() { Id = 19, Name = "Banque Verrouillée", Description = "each synchronisation: connectionLocked", SyncErrors = ["connectionLocked"] },
        new() { Id = 20, Name = "Banque Lassée", Description = "each synchronisation: tooManySync", SyncErrors = ["tooManySync"] },
        new()
        {
            Id = 21,
            Name = "Beispielbank",
            Description = "also asks for a website out of a list",
            Country = "DE",
            Fields =
            [
                new("website", "list", "Bereich") { Values = ["private", "business"] },
                CredentialField.Login,
                CredentialField.Password,
                new("openday", "date", "Eröffnungstag") { Required = false },
            ],
        },
        new() { Id = 22, Name = "Banco Ejemplo", Description = "hidden; all goes well", Country = "ES", IsHidden = true },
        new() { Id = 23, Name = "Banque au Mois", Description = "without dates, only the last month of transactions", GivesLastMonth = true },
        new() { Id = 24, Name = "Banque à Petites Pages", Description = "at most 500 transactions at once, without links", MaxPage = 500 },
        new() { Id = 25, Name = "Banque à Terme", Description = "the consent ends in three days", ConsentLife = TimeSpan.FromDays(3) },
        new()
        {
            Id = 26,
            Name = "Banque aux Erreurs",
            Description = "each synchronisation: the next of config, bug, bankMessage, notSupported, keymanager, dataError",
            SyncErrors = ["config", "bug", "bankMessage", "notSupported", "keymanager", "dataError"],
        },
    ];

    /// <summary>By id or uuid; null where there is none.</summary>
    internal static MagicConnector? Find(string? idOrUuid) => All.FirstOrDefault(connector =>
        string.Equals(connector.Uuid, idOrUuid, StringComparison.OrdinalIgnoreCase)
        || string.Equals(connector.Id.ToString(CultureInfo.InvariantCulture), idOrUuid, StringComparison.Ordinal));

    private static MagicConnector Stuck(long id, string name, string state, Remedy remedy, string until) =>
        new() { Id = id, Name = name, Description = $"{state} {until}", State = state, Remedy = remedy };
}
