using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The findings of a dossier, with a summary.</summary>
internal sealed class FindingsSection(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options)
{
    private readonly ReportLanguage _language = options.Text;

    public XElement Draw()
    {
        int missing = findings.Count(finding => finding.Code == DataMissingRule.DataMissing);
        int toReview = findings.Count(finding => finding.Code != DataMissingRule.DataMissing && finding.Severity != SeverityLevel.Note)
            + options.ChangesOf(dossier.Siren).Count(change => change.Severity != SeverityLevel.Note);
        int owners = dossier.BeneficialOwners.Count;
        int over = Holding.CountOver(dossier.BeneficialOwners, options.OwnershipThreshold);
        return Section(
            "findings",
            _language.Say(ReportText.Findings),
            Tag(
                "p",
                Attribute("class", $"verdict {(dossier.Status == DossierStatus.Complete && toReview > 0 ? "Attention" : dossier.Status)}"),
                Tag("strong", _language.Word(dossier.Status)),
                " ",
                Summary(missing, toReview)),
            Tag(
                "dl",
                Attribute("class", "figures"),
                Figure(_language.Say(ReportText.OwnersOver, _language.Wording.Percent(options.OwnershipThreshold)), owners == 0 ? "–" : _language.Say(ReportText.CountOf, $"{over}", $"{owners}")),
                Figure(_language.Say(ReportText.OfficersFigure), $"{dossier.Officers.Count}"),
                Figure(_language.Say(ReportText.NotCollectedFigure), $"{missing}"),
                Figure(_language.Say(ReportText.ToReviewFigure), $"{toReview}")),
            findings.Count == 0 ? null : Tag("ul", Attribute("class", "findings"), findings.Select(Item)));
    }

    private string Summary(int missing, int toReview) => (dossier.Status, toReview) switch
    {
        (DossierStatus.Failed, _) => _language.Say(ReportText.NothingCollected),
        (DossierStatus.Partial, _) => _language.Count(missing, ReportText.IsMissing, ReportText.AreMissing),
        (_, 0) => _language.Say(ReportText.NothingStandsOut),
        _ => _language.Say(ReportText.AllCollected, _language.Count(toReview, ReportText.NeedsReview, ReportText.NeedReview)),
    };

    private static XElement Figure(string label, string value) => Tag("div", Tag("dt", label), Tag("dd", value));

    private XElement Item(DossierFinding finding) => Tag(
        "li",
        Attribute("class", finding.Severity),
        Tag("strong", _language.Word(finding.Severity)),
        Tag(
            "div",
            Tag("p", Marked(finding.Message, finding.English)),
            finding.Remedy is null ? null : Tag("p", Attribute("class", "remedy"), Marked(_language.Say(ReportText.WhatToDo, finding.Remedy), finding.English)),
            finding.Reference is null ? null : Tag("p", Attribute("class", "remedy"), _language.Say(ReportText.Reference, finding.Reference))));
}
