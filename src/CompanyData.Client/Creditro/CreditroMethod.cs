namespace CompanyData.Creditro;

/// <summary>HTTP method for reading cases: the sample uses POST, but the endpoint is named "Get …" (creditro.md).</summary>
public enum CreditroMethod
{
    /// <summary>POST; if the response is 404 or 405, GET for the rest of the session.</summary>
    Auto,
    Get,
    Post,
}
