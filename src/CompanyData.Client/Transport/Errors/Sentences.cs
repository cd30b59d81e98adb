namespace CompanyData.Transport;

/// <summary>
/// Joins the sentences of a message. Texts of the framework and of the services end with a full stop or without one, so a message
/// that continues after them would lack a full stop or have two.
/// </summary>
internal static class Sentences
{
    /// <summary>Ends a text with exactly one full stop, so that another sentence can follow.</summary>
    public static string Close(string text) => text.Length > 0 && text[text.Length - 1] is '.' or '!' or '?' or '…' ? text : $"{text}.";

    /// <summary>Removes the full stop at the end of a text, so that the same sentence can continue.</summary>
    public static string Open(string text) => text.TrimEnd('.', ' ');
}
