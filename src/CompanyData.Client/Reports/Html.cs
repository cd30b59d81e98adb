using System.Text;
using System.Xml;
using System.Xml.Linq;
using CompanyData.Json;

namespace CompanyData.Reports;

/// <summary>Elements of a page, and the page that they make: whatever text is in them is escaped as it is written.</summary>
internal static class Html
{
    /// <summary>Nothing is fetched, run or sent from a report, whoever's text is in it; only its own style applies.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly HashSet<string> Void = new(["meta", "br", "hr"], StringComparer.Ordinal);

    public static XElement Tag(string name, params object?[] content) => new(name, content);

    public static XAttribute Attribute(string name, object value) => new(name, value);

    /// <summary>A part of the page under its own heading.</summary>
    public static XElement Section(string id, string heading, params object?[] content) => new(
        "section", Attribute("id", id), Attribute("aria-labelledby", $"{id}-heading"), new XElement("h2", Attribute("id", $"{id}-heading"), heading), content);

    /// <summary>A whole document, self-contained.</summary>
    public static string Page(string title, params object?[] body)
    {
        XElement html = Tag(
            "html",
            Attribute("lang", "en"),
            Tag(
                "head",
                Tag("meta", Attribute("charset", "utf-8")),
                Tag("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)),
                Tag("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
                Tag("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
                Tag("meta", Attribute("name", "referrer"), Attribute("content", "no-referrer")),
                Tag("meta", Attribute("name", "robots"), Attribute("content", "noindex")),
                Tag("title", title),
                Tag("style", ReportStyle.Css)),
            Tag("body", body));
        Harden(html);
        return $"<!DOCTYPE html>\n{html.ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>Text that a document can hold, and elements that HTML closes where XML does.</summary>
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
                text.Value = Sound(text.Value);
            }

            if (element.IsEmpty && !Void.Contains(element.Name.LocalName))
            {
                element.Add(string.Empty);
            }
        }
    }

    /// <summary>What drives a terminal is visible; half characters and what XML forbids are replaced.</summary>
    private static string Sound(string text)
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
