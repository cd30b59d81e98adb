using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>The network that a background check has looked at. Source: qard.md, BACKGROUND_CHECK [docs].</summary>
public sealed class QardBackgroundDetails : ApiObject
{
    public ValueList<QardBackgroundNode> Nodes { get; set => field = value ?? []; } = [];

    /// <summary>Who is linked with whom; the form is not published.</summary>
    public ValueList<FlexibleValue> Links { get; set => field = value ?? []; } = [];

    public override string ToString() => Nodes.ToString();
}
