namespace CompanyData.Transport;

/// <summary>A request, as the transport needs it.</summary>
internal sealed record ApiRequest
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json";

    private readonly byte[]? _body;

    public required HttpMethod Method { get; init; }

    /// <summary>Path and query relative to the base address, escaped.</summary>
    public required string Path { get; init; }

    /// <summary>What the request does, in words that complete "could not …".</summary>
    public required string Operation { get; init; }

    public RequestSafety Safety { get; init; } = RequestSafety.Read;

    /// <summary>JSON in UTF-8; null for none.</summary>
    /// <exception cref="ArgumentException">A text in the body has lost characters.</exception>
    public byte[]? Body
    {
        get => _body;
        init => _body = value is null || !LostCharacters.AreIn(value) ? value : throw LostCharacters.Error("A text that would be sent");
    }

    /// <summary>Creates a body other than JSON, once per attempt; null for none.</summary>
    public Func<HttpContent>? CreateContent { get; init; }

    /// <summary>What the request is about, for error messages: an id, a siren, a name.</summary>
    public string? Subject { get; init; }

    /// <summary>Scope of the token that the request needs, for services with several tokens.</summary>
    public string? Scope { get; init; }

    /// <summary>Attempt time-out, if the session's is too short for this request.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The Accept header.</summary>
    public string Accept { get; init; } = Json;

    /// <summary>Secrets in the body, in addition to those of the session; they are redacted everywhere.</summary>
    public IReadOnlyCollection<Secret> Secrets { get; init; } = [];

    public static ApiRequest Get(string path, string operation, string? subject = null)
        => new() { Method = HttpMethod.Get, Path = path, Operation = operation, Subject = subject };

    /// <summary>Only the operation, because the body may contain secrets.</summary>
    public override string ToString() => Operation;
}
