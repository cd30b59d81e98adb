namespace CompanyData.Sandbox.Powens;

/// <summary>A connector of the sandbox, and the part that connections to it play.</summary>
public sealed class MagicConnector
{
    /// <summary>The deprecated integer id.</summary>
    public required long Id { get; init; }

    /// <summary>The uuid, for <c>connector_uuid</c>.</summary>
    public string Uuid => $"00000000-0000-4000-8000-{Id:D12}";

    /// <summary>The name that the API shows.</summary>
    public required string Name { get; init; }

    /// <summary>What happens to its connections.</summary>
    public required string Description { get; init; }

    internal string Country { get; init; } = "FR";

    internal IReadOnlyList<string> Capabilities { get; init; } = ["bank"];

    internal IReadOnlyList<CredentialField> Fields { get; init; } = [CredentialField.Login, CredentialField.Password];

    /// <summary>The state of a new connection; null is fine.</summary>
    internal string? State { get; init; }

    internal Remedy Remedy { get; init; }

    /// <summary>The error codes with which attempts to synchronise are rejected, in turn; none where they are not.</summary>
    internal IReadOnlyList<string> SyncErrors { get; init; } = [];

    internal bool HasNoAccount { get; init; }

    internal bool IsHtmlPage { get; init; }

    internal bool LinksElsewhere { get; init; }

    internal bool RepeatsNextLink { get; init; }

    /// <summary>Without dates, only the last month of its transactions comes.</summary>
    internal bool GivesLastMonth { get; init; }

    /// <summary>The most transactions that come at once, without links; null for as many as are asked for.</summary>
    internal int? MaxPage { get; init; }

    /// <summary>How long a consent lasts; null where it has no end.</summary>
    internal TimeSpan? ConsentLife { get; init; }

    /// <summary>Its objects carry fields, enum values and nulls that no document names.</summary>
    internal bool IsStrange { get; init; }

    internal bool IsHidden { get; init; }

    internal bool IsProvider => Capabilities.Contains("document", StringComparer.Ordinal);
}
