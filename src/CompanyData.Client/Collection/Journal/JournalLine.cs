using System.Text.Json.Serialization;

namespace CompanyData.Collection;

/// <summary>
/// One line of a journal: a run begins, or a company has come so far. Ids and states only: no name, no text of the service, no secret.
/// </summary>
internal sealed class JournalLine
{
    /// <summary>The version of the format, on lines that begin a run.</summary>
    public const int CurrentVersion = 1;

    [JsonPropertyName("v")]
    public int? Version { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>One of <see cref="JournalStep"/>; steps of later versions are passed over.</summary>
    public string? Step { get; set; }

    public string? Siren { get; set; }

    /// <summary>The how manieth attempt at the company this is, from 1.</summary>
    public int? Attempt { get; set; }

    public string? User { get; set; }

    public string? Connection { get; set; }

    /// <summary>The company had no other user and no other connection: the next attempt need not ask for them.</summary>
    public bool? Only { get; set; }

    /// <summary>How long the synchronisation took, in seconds: more than the first, at most the second.</summary>
    public IReadOnlyList<double>? Took { get; set; }

    /// <summary>What the service showed before a synchronisation was asked for; null where that synchronisation is not to be joined.</summary>
    public IReadOnlyCollection<string>? Before { get; set; }

    public string? Outcome { get; set; }

    /// <summary>The synchronisation itself has failed: the next attempt needs a new one.</summary>
    public bool? Resync { get; set; }

    public IReadOnlyList<JournalFailure>? Failures { get; set; }

    public string? Service { get; set; }

    public string? Provider { get; set; }

    public IReadOnlyList<string>? Types { get; set; }

    public string? Shard { get; set; }

    /// <summary>What stands before this line counts no more.</summary>
    public bool? Force { get; set; }

    /// <summary>Whether two runs collect the same data from the same service.</summary>
    public bool IsAbout(JournalLine other)
        => string.Equals(Service, other.Service, StringComparison.OrdinalIgnoreCase)
            && string.Equals(Provider, other.Provider, StringComparison.OrdinalIgnoreCase)
            && new HashSet<string>(Types ?? [], StringComparer.OrdinalIgnoreCase).SetEquals(other.Types ?? []);
}
