using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>Plays the banks: what they say to credentials, codes and synchronisations.</summary>
internal sealed class PowensBank(PowensState state)
{
    private static readonly string[] Refusals = ["wrongpass", "wrongPass", "WRONGPASS"];
    private int _refused;

    private TimeSpan Validation => state.Options.SyncDuration > PowensDefaults.ShortestValidation
        ? state.Options.SyncDuration
        : PowensDefaults.ShortestValidation;

    /// <summary>A connection that is synchronised already.</summary>
    public void ConnectReady(PowensUser user, MagicConnector connector) =>
        state.AddConnection(user, connector).Synchronise(state.Now, TimeSpan.Zero);

    /// <summary>A new connection, where the credentials are complete and right.</summary>
    public PowensConnection Connect(PowensUser user, MagicConnector connector, PowensBody body)
    {
        body.Require(connector.Fields.Where(field => field.Required).Select(field => field.Name));
        CheckLists(connector, body);
        if (IsWrong(body))
        {
            throw Refuse();
        }

        var connection = state.AddConnection(user, connector);
        Enter(connection);
        return connection;
    }

    /// <summary>New credentials, a one-time code, <c>resume</c>, or nothing: synchronise. [docs]</summary>
    public void Continue(PowensConnection connection, PowensBody body)
    {
        var connector = connection.Connector;
        if (connector.Remedy is Remedy.Code && connection.StateAt(state.Now) is not null && body.Has(CredentialField.Code.Name))
        {
            CheckCode(connection, body.Text(CredentialField.Code.Name)!);
        }
        else if (connector.Fields.Any(field => body.Has(field.Name)))
        {
            CheckLists(connector, body);
            CheckPassword(connection, body);
        }
        else
        {
            Synchronise(connection);
        }
    }

    /// <summary>Synchronises where the state allows it; else the connection stays as it is.</summary>
    public void Synchronise(PowensConnection connection)
    {
        var now = state.Now;
        if (connection.Connector.SyncErrors is { Count: > 0 } codes)
        {
            var code = codes[connection.Rejections++ % codes.Count];
            throw new PowensException(PowensDefaults.StatusOfError(code), code, $"The synchronisation is refused: {code}.");
        }

        if (connection.StateAt(now) is null || (connection.Connector.Remedy is Remedy.Retry && now >= connection.NextTry))
        {
            connection.Synchronise(now, state.Options.SyncDuration);
        }
    }

    /// <summary>What the end user has done in the webview: whatever was asked for.</summary>
    public void Repair(PowensConnection connection)
    {
        connection.Source.Renew(state.Now);
        if (connection.StateAt(state.Now) is null || connection.Connector.Remedy is not Remedy.Never || connection.Connector.State is null)
        {
            connection.Synchronise(state.Now, state.Options.SyncDuration);
        }
    }

    private static bool IsWrong(PowensBody body) =>
        string.Equals(body.Text(CredentialField.Password.Name), MagicConnectors.WrongPassword, StringComparison.Ordinal);

    private static void CheckLists(MagicConnector connector, PowensBody body)
    {
        foreach (var field in connector.Fields.Where(field => field.Values is not null && body.Has(field.Name)))
        {
            if (!field.Values!.Contains(body.Text(field.Name)!, StringComparer.Ordinal))
            {
                throw PowensException.Invalid(field.Name, $"it must be one of {string.Join(", ", field.Values!)}");
            }
        }
    }

    private void CheckCode(PowensConnection connection, string code)
    {
        if (string.Equals(code, MagicConnectors.OneTimeCode, StringComparison.Ordinal))
        {
            connection.Synchronise(state.Now, state.Options.SyncDuration);
        }
        else
        {
            throw Refuse(connection);
        }
    }

    private void CheckPassword(PowensConnection connection, PowensBody body)
    {
        if (IsWrong(body))
        {
            throw Refuse(connection);
        }

        if (connection.Connector.Remedy is Remedy.Credentials)
        {
            connection.Synchronise(state.Now, state.Options.SyncDuration);
        }
        else
        {
            Enter(connection);
        }
    }

    /// <summary>The state that the connector puts a connection in after right credentials.</summary>
    public void Enter(PowensConnection connection)
    {
        var now = state.Now;
        var connector = connection.Connector;
        connection.Source.Renew(now);
        if (connector.State is null)
        {
            connection.Synchronise(now, state.Options.SyncDuration);
            return;
        }

        connection.Hold(
            connector.State,
            now,
            connector.Remedy is Remedy.Time ? now + Validation : null,
            connector.Remedy is Remedy.Retry ? now + PowensDefaults.RetryDelay : null);
    }

    /// <summary>Banks and the API do not agree on the case of this one: callers must not care. [docs]</summary>
    private PowensException Refuse(PowensConnection? connection = null)
    {
        var code = Refusals[_refused++ % Refusals.Length];
        connection?.Hold(code, state.Now);
        return new PowensException(PowensDefaults.StatusOfError(code), code, "The login or the password was rejected.")
        {
            BankMessage = "Identifiant ou mot de passe incorrect.",
        };
    }
}
