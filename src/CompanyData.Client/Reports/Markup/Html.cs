using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CompanyData.Json;

namespace CompanyData.Reports;

/// <summary>Creates HTML elements and pages; all text is escaped when it is written.</summary>
internal static class Html
{
    /// <summary>Content security policy: a report loads, runs and sends nothing, whatever text it contains; only its own style applies.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly HashSet<string> Void = new(["meta", "br", "hr", "input"], StringComparer.Ordinal);

    /// <summary>Spaces at which no line may end: before a percent sign, and those that French typography puts within punctuation.</summary>
    private static readonly Regex FixedSpace = new(@"(?<=\d) (?=%)| (?=[:;!?»](\s|$))|(?<=«) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static XElement Tag(string name, params object?[] content) => new(name, content);

    public static XAttribute Attribute(string name, object value) => new(name, value);

    /// <summary>Creates a section with a heading.</summary>
    public static XElement Section(string id, string heading, params object?[] content) => new(
        "section", Attribute("id", id), Attribute("aria-labelledby", $"{id}-heading"), new XElement("h2", Attribute("id", $"{id}-heading"), heading), content);

    /// <summary>Marks the parts of a text that are English on a page in another language, so that they are read aloud as English.</summary>
    public static object?[] Marked(string text, IReadOnlyList<string> english)
    {
        foreach (string part in english)
        {
            int start = text.IndexOf(part, StringComparison.Ordinal);
            if (start >= 0)
            {
                return [text.Substring(0, start), Tag("span", Attribute("lang", "en"), part), text.Substring(start + part.Length)];
            }
        }

        return [text];
    }

    /// <summary>Creates a complete, self-contained document.</summary>
    /// <param name="language">Language of the fixed texts.</param>
    /// <param name="title">Title of the window.</param>
    /// <param name="print">Style for printing.</param>
    /// <param name="body">Elements of the body.</param>
    public static string Page(ReportLanguage language, string title, string print, params object?[] body)
    {
        XElement html = Tag(
            "html",
            Attribute("lang", language.Code),
            Tag(
                "head",
                Tag("meta", Attribute("charset", "utf-8")),
                Tag("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)),
                Tag("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
                Tag("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
                Tag("meta", Attribute("name", "referrer"), Attribute("content", "no-referrer")),
                Tag("meta", Attribute("name", "robots"), Attribute("content", "noindex")),
                Tag("title", title),
                Tag("style", $"{ReportStyle.Css}\n{print}")),
            Tag("body", body));
        return $"<!DOCTYPE html>\n{Write(html)}\n";
    }

    public static string Write(XElement element)
    {
        Harden(element);
        return element.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Embeds the content of a page into a larger page: lowers its headings by one level makes its ids unique, and adds its own heading to the names of its sections.</summary>
    /// <param name="part">The element with the content.</param>
    /// <param name="prefix">Prefix for its ids.</param>
    public static XElement Embed(XElement part, string prefix)
    {
        string heading = $"{prefix}heading";
        foreach (XElement element in part.Descendants())
        {
            if (element.Name == "h1")
            {
                element.SetAttributeValue("id", "heading");
            }

            element.Name = element.Name.LocalName switch { "h1" => "h2", "h2" => "h3", "h3" => "h4", "h4" => "h5", string other => other };
            foreach (XAttribute attribute in element.Attributes())
            {
                attribute.Value = attribute.Name.LocalName switch
                {
                    "id" => prefix + attribute.Value,
                    "aria-labelledby" when element.Name.LocalName == "section" => $"{heading} {prefix}{attribute.Value}",
                    "aria-labelledby" => string.Join(" ", attribute.Value.Split(' ').Select(id => prefix + id)),
                    "href" when attribute.Value[0] == '#' => $"#{prefix}{attribute.Value.Substring(1)}",
                    _ => attribute.Value,
                };
            }
        }

        return part;
    }

    /// <summary>Replaces characters that a document cannot contain and spaces at which no line may end, and adds end tags to empty elements, which HTML requires.</summary>
    private static void Harden(XElement html)
    {
        foreach (XElement element in html.DescendantsAndSelf())
        {
            foreach (XAttribute attribute in element.Attributes())
            {
                attribute.Value = Sound(attribute.Value);
            }

            foreach (XText text in element.Nodes().OfType<XText>())
            {
                text.Value = FixedSpace.Replace(Sound(text.Value), "\u00a0");
            }

            if (element.IsEmpty && !Void.Contains(element.Name.LocalName))
            {
                element.Add(string.Empty);
            }
        }
    }

    /// <summary>Makes control characters visible, and replaces lone surrogates and characters that XML forbids.</summary>
    public static string Sound(string text)
    {
        StringBuilder sound = new(TerminalSafeText.From(text));
        for (int i = 0; i < sound.Length; i++)
        {
            if (i + 1 < sound.Length && char.IsSurrogatePair(sound[i], sound[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(sound[i]))
            {
                sound[i] = '\uFFFD';
            }
        }

        return sound.ToString();
    }
}
