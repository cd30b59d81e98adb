using System.Text;
using System.Xml.Linq;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>What every page of a report has: its header, and what is printed at the top of each sheet.</summary>
internal sealed class ReportFrame(ReportOptions options)
{
    private readonly ReportLanguage _language = options.Text;

    private string Now => _language.Text(DateTime.SpecifyKind(options.Time.GetUtcNow().UtcDateTime, DateTimeKind.Utc));

    /// <param name="kind">What sort of page it is, or the title that the user gave.</param>
    /// <param name="heading">Of the page.</param>
    /// <param name="subtitle">What goes without saying for experts only.</param>
    /// <param name="warning">What marks data from a sandbox; null for real data.</param>
    /// <param name="collected">When all was collected, in UTC; null where there is no one time.</param>
    public XElement Header(string kind, string heading, string subtitle, string? warning, DateTime? collected) => Tag(
        "header",
        warning is null ? null : Tag("p", Attribute("class", "sandbox"), Tag("strong", _language.Say(ReportText.Sandbox)), " ", warning),
        Tag("p", Attribute("class", "kind"), kind),
        Tag("h1", heading),
        Tag("p", Attribute("class", "subtitle"), subtitle),
        Tag(
            "dl",
            Attribute("class", "meta"),
            new (Phrase Label, string? Value)[]
            {
                (ReportText.Collected, collected is { } time ? _language.Text(time) : null), (ReportText.Created, Now), (ReportText.PreparedBy, options.PreparedBy), (ReportText.ReviewedBy, options.ReviewedBy),
            }.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => Tag("div", Tag("dt", _language.Say(line.Label)), Tag("dd", line.Value)))));

    public XElement SkipLink() => Tag("a", Attribute("class", "skip"), Attribute("href", "#content"), _language.Say(ReportText.ToContent));

    /// <summary>The print style of pages: what they are about on the left, date and page number on the right, at the top of each sheet.</summary>
    /// <param name="about">The company, or the kind of page.</param>
    /// <param name="isSandbox">Whether the data is invented.</param>
    /// <param name="date">In UTC; by default now.</param>
    /// <param name="name">Of the pages that it is for; null for all.</param>
    public string Print(string about, bool isSandbox, DateTime? date = null, string? name = null)
    {
        string left = isSandbox ? $"{_language.Say(ReportText.Sandbox)} · {about}" : about;
        string right = $"{_language.Date(date ?? options.Time.GetUtcNow().UtcDateTime)} · ";
        string number = _language.Say(ReportText.PageOf, "\" counter(page) \"", "\" counter(pages) \"");
        return $"@page {name} {{ size: A4; margin: 22mm 14mm 15mm; @top-left {{ width: 68%; {Line} content: \"{Escape(TextWidth.Cut(left, 640, 10))}\"; }} @top-right {{ {Line} content: \"{Escape(right)}{number}\"; }} }}\n";
    }

    private const string Line = "font: 9pt \"DejaVu Sans\", \"Segoe UI\", sans-serif; color: #333; vertical-align: bottom; padding-bottom: 3mm;";

    /// <summary>Text within a string of CSS; whatever is not plain is written as its number.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        string sound = Sound(text);
        for (int i = 0; i < sound.Length; i++)
        {
            if (sound[i] is ' ' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            {
                escaped.Append(sound[i]);
                continue;
            }

            int code = char.ConvertToUtf32(sound, i);
            escaped.Append('\\').Append(code.ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
            i += code > char.MaxValue ? 1 : 0;
        }

        return escaped.ToString();
    }
}
