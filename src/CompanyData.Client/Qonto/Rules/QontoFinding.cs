namespace CompanyData.Qonto;

/// <summary>A rule that a registration violates.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) into the request.</param>
/// <param name="Rule">Stable name of the rule.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to correct it.</param>
public sealed record QontoFinding(string Pointer, string Rule, string Message, string Remedy)
{
    public override string ToString() => $"{Pointer}: {Message}";
}
