using SpreadCheetah.Styling;

namespace CompanyData.Reports;

/// <summary>How the cells of a workbook look.</summary>
internal sealed record WorkbookStyles(StyleId Header, StyleId Date, StyleId Time);
