using System.Net;

namespace CompanyData.Sandbox.Powens;

/// <summary>An error response in the words of the API. Callers branch on the code. [docs]</summary>
internal sealed class PowensException(HttpStatusCode status, string code, string description) : Exception(description)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>What the bank says to the end user.</summary>
    public string? BankMessage { get; init; }

    public static PowensException Bad(string code, string description) => new(HttpStatusCode.BadRequest, code, description);

    public static PowensException Missing(IEnumerable<string> names) =>
        Bad("missingParameter", $"Missing parameter: {string.Join(", ", names)}.");

    public static PowensException Invalid(string name, string problem) => Bad("invalidValue", $"Invalid value of {name}: {problem}.");

    public static PowensException Forbidden(string description) => new(HttpStatusCode.Forbidden, "forbidden", description);
}
