namespace CompanyData.Sandbox.Powens;

/// <summary>What ends the state that a new connection is in. The webview ends every one but <see cref="Never"/>.</summary>
internal enum Remedy
{
    /// <summary>Nothing does.</summary>
    Never,

    /// <summary>Time alone.</summary>
    Time,

    /// <summary>A one-time code, sent to the connection.</summary>
    Code,

    /// <summary>The webview alone.</summary>
    Webview,

    /// <summary>New credentials, sent to the connection.</summary>
    Credentials,

    /// <summary>A synchronisation at <c>next_try</c> or later.</summary>
    Retry,
}
