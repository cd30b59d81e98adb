namespace CompanyData.Reports;

/// <summary>How a finding weighs; the heaviest first.</summary>
internal enum FindingKind
{
    /// <summary>Something that was asked for was not collected.</summary>
    Missing,

    /// <summary>Something that was collected wants a second look.</summary>
    Review,

    /// <summary>Worth knowing.</summary>
    Note,
}
