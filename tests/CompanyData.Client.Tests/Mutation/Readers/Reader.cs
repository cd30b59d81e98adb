namespace CompanyData.Client.Tests.Mutation;

/// <summary>One call of a client with the answers that the sandbox gave to it.</summary>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="Name">What it reads.</param>
/// <param name="Secret">The key or token of the session.</param>
/// <param name="Answers">One per request that the call made.</param>
/// <param name="ReadAsync">Makes the call over a handler and gives what it read.</param>
internal sealed record Reader(
    string Service, string Name, string Secret, IReadOnlyList<RecordedAnswer> Answers, Func<HttpMessageHandler, CancellationToken, Task<object?>> ReadAsync)
{
    public override string ToString() => $"{Service}: {Name}";
}
