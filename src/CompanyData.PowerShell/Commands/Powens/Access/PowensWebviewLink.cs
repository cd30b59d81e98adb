namespace CompanyData.Commands.Powens;

/// <summary>A link for one end user. It contains a code that works once and expires soon: pass it on, do not store it.</summary>
/// <param name="Uri">Address for the user.</param>
/// <param name="State">Value returned with the user; compare it.</param>
public sealed record PowensWebviewLink(Uri Uri, string State)
{
    public override string ToString() => Uri.AbsoluteUri;
}
