namespace CompanyData.Sandbox;

/// <summary>One request that the sandbox has seen. No header and no body is kept.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">Path and query, as sent.</param>
/// <param name="Status">The HTTP status answered, 0 where no response got through.</param>
public sealed record SandboxRequest(string Method, string PathAndQuery, int Status);
