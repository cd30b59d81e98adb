namespace CompanyData.Powens;

/// <summary>The meaning of a connection's state. The service may use other states. Source: powens.md, states and enums [docs].</summary>
/// <param name="IsUsable">Whether the connection works.</param>
/// <param name="NeedsPerson">Whether a person has to act; waiting does not help.</param>
/// <param name="Problem">The problem in words; null if there is none.</param>
/// <param name="Remedy">Who has to do what; null if there is no problem.</param>
internal sealed record PowensState(bool IsUsable, bool NeedsPerson, string? Problem, string? Remedy)
{
    private static readonly PowensState Fine = new(true, false, null, null);

    public static PowensState From(PowensConnection connection) => From(
        string.IsNullOrEmpty(connection.State) ? connection.Error : connection.State, connection.ErrorMessage, connection.Id, connection.Fields);

    /// <param name="state">The code; null or empty is fine.</param>
    /// <param name="message">What the bank says.</param>
    /// <param name="connectionId">The connection that it is about.</param>
    /// <param name="fields">What the bank asks for.</param>
    public static PowensState From(string? state, string? message, string? connectionId, IReadOnlyCollection<PowensConnectorField> fields)
    {
        string id = connectionId ?? string.Empty;
        string reconnect = $"Send the user to the link of: New-PowensWebviewUri -Flow reconnect -ConnectionId {id}";
        return state?.ToUpperInvariant() switch
        {
            null or "" => Fine,
            "SCAREQUIRED" => new(false, true, "the bank asks for strong authentication", reconnect),
            "WEBAUTHREQUIRED" => new(false, true, "the user has to log in at the bank's own page", reconnect),
            "DECOUPLED" => new(false, true, "the user has to confirm in the bank's app", $"{reconnect}, or continue with: Update-PowensConnection {id} -Resume"),
            "ADDITIONALINFORMATIONNEEDED" => new(
                false, true, $"the bank asks for more: {Fields(fields, message)}", $"Send it with: Update-PowensConnection {id} -Field @{{ … }}"),
            "WRONGPASS" => new(false, true, "the login or password is wrong", $"Send the right one with: Update-PowensConnection {id} -Field @{{ … }}"),
            "VALIDATING" => new(false, false, "the bank is checking", "Wait."),
            "WEBSITEUNAVAILABLE" => new(false, false, "the bank's site cannot be reached", "Try again later."),
            "RATELIMITING" => new(false, false, "the bank limits the number of calls", "Try again later."),
            "ACTIONNEEDED" => new(false, true, "the user has to do something at the bank", "Ask the user to log in at the bank and follow its instructions."),
            "PASSWORDEXPIRED" => new(false, true, "the password has expired", "Ask the user to change it at the bank, then send the new one with -Field."),
            "BUG" => new(false, true, "internal error at Powens", "Try again later. If the error persists, contact Powens' support."),
            _ => new(false, true, $"'{state}', a state that this version does not know{Because(message)}", "See the connection's error message."),
        };
    }

    private static string Fields(IReadOnlyCollection<PowensConnectorField> fields, string? message)
        => fields.Count == 0 ? message ?? "see the error message" : string.Join(", ", fields.Select(field => field.Label ?? field.Name));

    private static string Because(string? message) => message is { Length: > 0 } ? $" ({message})" : string.Empty;
}
