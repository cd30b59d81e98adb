namespace CompanyData.Qonto;

/// <summary>A rule that a registration breaks.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the request.</param>
/// <param name="Rule">The rule's name; it does not change.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record QontoFinding(string Pointer, string Rule, string Message, string Remedy)
{
    public override string ToString() => $"{Pointer}: {Message}";
}
