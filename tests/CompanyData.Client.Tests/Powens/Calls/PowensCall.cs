using CompanyData.Powens;

namespace CompanyData.Client.Tests.Powens;

/// <summary>One call: which token it needs, what it sends, and an answer that will do.</summary>
internal sealed record PowensCall(string Name, string? Scope, string RequestLine, string Answer, Func<PowensClient, Task> RunAsync)
{
    /// <summary>The body that it sends; null for none.</summary>
    public string? Body { get; init; }
}
