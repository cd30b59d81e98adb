using System.Text;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>Removes secrets and personal data from texts that are shown or logged. Only listed fields stay visible.</summary>
internal static class Redactor
{
    public const string Mask = "***";

    private static readonly HashSet<string> VisibleQuery = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "per_page", "siren", "exclude_auditors",
        "limit", "offset", "expand", "country_codes", "all", "min_date", "max_date", "last_update", "type",
        "filter", "deleted", "income", "background", "psu_requested", "id_type", "id_source",
    };

    private static readonly char[] EndOfAuthority = ['/', '?', '#', ' ', '\t', '\r', '\n', '"', '<', '>'];

    /// <summary>Masks the query values of a path, except those of listed parameters.</summary>
    public static string PathAndQuery(string path)
    {
        int mark = path.IndexOf('?');
        if (mark < 0)
        {
            return path;
        }

        IEnumerable<string> pairs = path.Substring(mark + 1).Split('&').Select(pair =>
        {
            string name = pair.Split('=')[0];
            return VisibleQuery.Contains(Uri.UnescapeDataString(name)) ? pair : $"{name}={Mask}";
        });
        return path.Substring(0, mark + 1) + string.Join("&", pairs);
    }

    /// <summary>
    /// For text of a service: masks the given secrets and the user name and password of any URL, and replaces line breaks and terminal control
    /// characters by spaces.
    /// </summary>
    public static string Text(string text, IEnumerable<Secret> secrets)
    {
        foreach ((string form, bool isDistinctive) in Forms(secrets))
        {
            text = isDistinctive ? text.Replace(form, Mask) : SecretWord.Replace(text, form, Mask);
        }

        return OneLine(WithoutUserInfo(text));
    }

    /// <summary>For a code or an id of a service: a secret that is not distinctive is masked only if it is the whole value.</summary>
    public static string Id(string id, IEnumerable<Secret> secrets)
        => Forms(secrets).Any(known => known.Form == id) ? Mask : Own(id, secrets);

    /// <summary>For a message of our own around redacted values: masks only distinctive secrets, so that a password such as "create" leaves the message readable.</summary>
    public static string Own(string text, IEnumerable<Secret> secrets) => Text(text, secrets.Where(secret => secret.IsDistinctive));

    private static string OneLine(string text)
    {
        if (!text.Any(TerminalSafeText.DrivesTerminal))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (char c in text)
        {
            clean.Append(TerminalSafeText.DrivesTerminal(c) ? ' ' : c);
        }

        return clean.ToString();
    }

    /// <summary>Masks user info in URLs. The framework's messages contain the full URL of an unreachable proxy, including its password.</summary>
    private static string WithoutUserInfo(string text)
    {
        int start = 0;
        while ((start = text.IndexOf("://", start, StringComparison.Ordinal)) >= 0)
        {
            start += 3;
            int end = text.IndexOfAny(EndOfAuthority, start);
            int at = text.LastIndexOf('@', (end < 0 ? text.Length : end) - 1, (end < 0 ? text.Length : end) - start);
            if (at >= 0)
            {
                text = text.Substring(0, start) + Mask + text.Substring(at);
            }
        }

        return text;
    }

    /// <summary>Masks the end of a truncated text if it may be the beginning of a secret.</summary>
    public static string CutText(string text, IEnumerable<Secret> secrets)
    {
        const int MinLength = 3;
        string cut = text.TrimEnd('\uFFFD');
        foreach ((string form, bool isDistinctive) in Forms(secrets))
        {
            for (int length = form.Length - 1; length >= MinLength; length--)
            {
                if (cut.EndsWith(form.Substring(0, length), StringComparison.Ordinal)
                    && (isDistinctive || SecretWord.BeginsAt(cut, cut.Length - length)))
                {
                    return cut.Substring(0, cut.Length - length) + Mask;
                }
            }
        }

        return cut;
    }

    /// <summary>The forms in which secrets can appear; the longest first, because one may contain another.</summary>
    private static IEnumerable<(string Form, bool IsDistinctive)> Forms(IEnumerable<Secret> secrets) => secrets
        .SelectMany(secret => secret.Forms, (secret, form) => (Form: form, secret.IsDistinctive))
        .OrderByDescending(known => known.Form.Length);

    /// <summary>Redacts a JSON text with the policy for error responses.</summary>
    /// <exception cref="JsonException">The text is not one complete object or array.</exception>
    public static string Json(string json) => RedactedJson.Read(json, RedactionPolicy.ErrorResponse) is { IsWhole: true } whole
        ? whole.Text
        : throw new JsonException("The text is not one complete JSON object or array.");
}
