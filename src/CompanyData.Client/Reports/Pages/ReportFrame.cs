using System.Text;
using System.Xml.Linq;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>Common parts of all report pages: the header, and the running header of printed sheets.</summary>
internal sealed class ReportFrame(ReportOptions options)
{
    private readonly ReportLanguage _language = options.Text;

    private string Now => _language.Text(DateTime.SpecifyKind(options.Time.GetUtcNow().UtcDateTime, DateTimeKind.Utc));

    /// <summary>The title given by the user, or another one.</summary>
    public string Title(Phrase otherwise) => options.Title is { Length: > 0 } title ? title : _language.Say(otherwise);

    /// <summary>The warning for sandbox data; null for real data.</summary>
    /// <param name="sandbox">Number of companies from a sandbox.</param>
    /// <param name="all">Number of companies on the page.</param>
    public string? Warning(int sandbox, int all) => sandbox == 0 ? null
        : sandbox == all ? _language.Say(ReportText.SandboxPage)
        : _language.Say(ReportText.SandboxSome, $"{sandbox}", $"{all}");

    /// <param name="kind">Kind of page, or the title given by the user.</param>
    /// <param name="heading">Heading of the page.</param>
    /// <param name="subtitle">Subtitle with further details.</param>
    /// <param name="warning">Warning for sandbox data; null for real data.</param>
    /// <param name="collected">Collection time in UTC; null if there are several.</param>
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

    /// <summary>Creates the print style: subject on the left, date and page number on the right, at the top of each sheet.</summary>
    /// <param name="about">The company or the kind of page.</param>
    /// <param name="isSandbox">Whether the data comes from a sandbox.</param>
    /// <param name="date">Date in UTC; null for now.</param>
    /// <param name="name">Name of the printed pages; null for all.</param>
    public string Print(string about, bool isSandbox, DateTime? date = null, string? name = null)
    {
        string left = isSandbox ? $"{_language.Say(ReportText.Sandbox)} · {about}" : about;
        string right = $"{_language.Date(date ?? options.Time.GetUtcNow().UtcDateTime)} · ";
        string number = _language.Say(ReportText.PageOf, "\" counter(page) \"", "\" counter(pages) \"");
        return $"@page {name} {{ size: A4; margin: 22mm 14mm 15mm; @top-left {{ width: 68%; {Line} content: \"{Escape(TextWidth.Cut(left, 640, 10))}\"; }} @top-right {{ {Line} content: \"{Escape(right)}{number}\"; }} }}\n";
    }

    private const string Line = "font: 9pt \"DejaVu Sans\", \"Segoe UI\", sans-serif; color: #333; vertical-align: bottom; padding-bottom: 3mm;";

    /// <summary>Escapes text for a CSS string: all characters that are not plain are written as code points.</summary>
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
