namespace CompanyData.Sandbox;

/// <summary>One request that the sandbox has seen. No header and no body is kept.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">What was asked for, as it was sent.</param>
/// <param name="Status">The HTTP status answered, 0 where no answer got through.</param>
public sealed record SandboxRequest(string Method, string PathAndQuery, int Status);
