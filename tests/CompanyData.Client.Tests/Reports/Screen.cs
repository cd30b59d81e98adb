namespace CompanyData.Client.Tests.Reports;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Scheme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Media"><c>screen</c> or <c>print</c>.</param>
internal sealed record Screen(int Width, string Scheme, string Media = "screen")
{
    /// <summary>A phone, a desktop, and A4 within its margins.</summary>
    public static readonly Screen[] All = [new(390, "light"), new(390, "dark"), new(1280, "light"), new(1280, "dark"), new(688, "light", "print"), new(688, "dark", "print")];

    public override string ToString() => $"{(Media == "print" ? Media : Width)}-{Scheme}";
}
