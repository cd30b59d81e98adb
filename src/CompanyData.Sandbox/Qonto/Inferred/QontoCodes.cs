namespace CompanyData.Sandbox.Qonto.Inferred;

/// <summary>Codes of errors: <c>not_in_list</c> is [docs], all others are [inferred].</summary>
internal static class QontoCodes
{
    public const string AlreadyTaken = "already_taken";
    public const string Invalid = "invalid";
    public const string InvalidFormat = "invalid_format";
    public const string InvalidJson = "invalid_json";
    public const string InvalidType = "invalid_type";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string NotAllowed = "not_allowed";
    public const string NotFound = "not_found";
    public const string NotInList = "not_in_list";
    public const string OutOfRange = "out_of_range";
    public const string Required = "required";
    public const string ServerError = "internal_server_error";
    public const string TooLarge = "too_large";
    public const string TooManyRequests = "too_many_requests";
    public const string Unauthorized = "unauthorized";
    public const string UnsupportedCountry = "unsupported_country";
}
