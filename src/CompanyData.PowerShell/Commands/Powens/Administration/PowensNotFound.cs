using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>What is said where a list does not have what was asked for by id, as a call for one would say.</summary>
internal static class PowensNotFound
{
    public static ApiException Error(string what, string id, string list)
        => new(ApiErrorKind.NotFound, "Powens", $"read the {what}", $"Powens: there is no {what} '{id}'.") { Subject = id, Remedy = $"List them: {list}" };
}
