namespace CompanyData.Creditro;

/// <summary>How the cases are asked for: the sample posts, the endpoint is named "Get …" (creditro.md).</summary>
public enum CreditroMethod
{
    /// <summary>POST; where that is answered with 404 or 405, GET, for the rest of the session.</summary>
    Auto,
    Get,
    Post,
}
