namespace CompanyData.Commands.Powens;

/// <summary>A link for one end user. It holds a code that works once and soon expires: hand it on, do not keep it.</summary>
/// <param name="Uri">Where the user goes.</param>
/// <param name="State">What comes back with the user; compare it.</param>
public sealed record PowensWebviewLink(Uri Uri, string State)
{
    public override string ToString() => Uri.AbsoluteUri;
}
