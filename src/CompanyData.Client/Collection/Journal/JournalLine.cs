using System.Text.Json.Serialization;

namespace CompanyData.Collection;

/// <summary>
/// One line of a journal: the start of a run, or a step of a company. Contains only ids and states: no names, no text of the service, no
/// secrets.
/// </summary>
internal sealed class JournalLine
{
    /// <summary>Version of the format; recorded on lines that start a run.</summary>
    public const int CurrentVersion = 1;

    [JsonPropertyName("v")]
    public int? Version { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>One of <see cref="JournalStep"/>; unknown steps of later versions are ignored.</summary>
    public string? Step { get; set; }

    public string? Siren { get; set; }

    /// <summary>Attempt number, from 1.</summary>
    public int? Attempt { get; set; }

    public string? User { get; set; }

    public string? Connection { get; set; }

    /// <summary>True if the company has no other user and no other connection, so that the next attempt need not list them.</summary>
    public bool? Only { get; set; }

    /// <summary>Duration of the synchronisation in seconds: more than the first value, at most the second.</summary>
    public IReadOnlyList<double>? Took { get; set; }

    /// <summary>The sync items before a synchronisation was requested; null if that synchronisation must not be joined.</summary>
    public IReadOnlyCollection<string>? Before { get; set; }

    public string? Outcome { get; set; }

    /// <summary>True if the synchronisation failed, so that the next attempt needs a new one.</summary>
    public bool? Resync { get; set; }

    public IReadOnlyList<JournalFailure>? Failures { get; set; }

    public string? Service { get; set; }

    public string? Provider { get; set; }

    public IReadOnlyList<string>? Types { get; set; }

    public string? Shard { get; set; }

    /// <summary>True if all earlier lines are to be ignored.</summary>
    public bool? Force { get; set; }

    /// <summary>Whether two runs collect the same data from the same service.</summary>
    public bool IsAbout(JournalLine other)
        => string.Equals(Service, other.Service, StringComparison.OrdinalIgnoreCase)
            && string.Equals(Provider, other.Provider, StringComparison.OrdinalIgnoreCase)
            && new HashSet<string>(Types ?? [], StringComparer.OrdinalIgnoreCase).SetEquals(other.Types ?? []);
}
