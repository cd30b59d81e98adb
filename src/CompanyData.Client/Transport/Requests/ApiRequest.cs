namespace CompanyData.Transport;

/// <summary>One call, as the transport needs it.</summary>
internal sealed record ApiRequest
{
    private readonly byte[]? _body;

    public required HttpMethod Method { get; init; }

    /// <summary>Relative to the base address, escaped, query included.</summary>
    public required string Path { get; init; }

    /// <summary>What it does, in words that complete "could not …".</summary>
    public required string Operation { get; init; }

    public RequestSafety Safety { get; init; } = RequestSafety.Read;

    /// <summary>JSON, UTF-8.</summary>
    /// <exception cref="ArgumentException">A text in it has lost characters.</exception>
    public byte[]? Body
    {
        get => _body;
        init => _body = value is null || !LostCharacters.AreIn(value) ? value : throw LostCharacters.Error("A text that would be sent");
    }

    /// <summary>Another body than JSON, made anew for each attempt.</summary>
    public Func<HttpContent>? CreateContent { get; init; }

    /// <summary>What it is about: an id, a siren, a name.</summary>
    public string? Subject { get; init; }

    /// <summary>Which of a session's tokens it needs, where the service has several.</summary>
    public string? Scope { get; init; }

    /// <summary>How long one attempt may take, where the session's usual time is too short.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What kind of answer is asked for.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Secrets within the body, beside those of the session.</summary>
    public IReadOnlyCollection<Secret> Secrets { get; init; } = [];

    public static ApiRequest Get(string path, string operation, string? subject = null)
        => new() { Method = HttpMethod.Get, Path = path, Operation = operation, Subject = subject };

    /// <summary>No more than the operation: a body may hold secrets.</summary>
    public override string ToString() => Operation;
}
