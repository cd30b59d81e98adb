using System.Text.Json;

namespace CompanyData.Sandbox.Qard;

/// <summary>A siren that makes its user play a part.</summary>
public sealed class MagicSiren
{
    /// <summary>Nine digits, or the first digits of a group of sirens.</summary>
    public required string Siren { get; init; }

    /// <summary>What happens to its users.</summary>
    public required string Description { get; init; }

    /// <summary>The data type that fails; null for every type.</summary>
    internal string? FailingType { get; init; }

    internal string? FailingStatus { get; init; }

    internal bool NeverEnds { get; init; }

    /// <summary>How many times as long a synchronisation takes.</summary>
    internal int DurationFactor { get; init; } = 1;

    internal bool HidesSync { get; init; }

    internal bool Pauses { get; init; }

    internal bool HasNoProfile { get; init; }

    internal bool HasUnknownFields { get; init; }

    internal bool HasConformityHit { get; init; }

    internal bool IsInProcedure { get; init; }

    internal string FinalStatus(string dataType, bool isRenewed)
    {
        var fails = FailingStatus is not null
            && (FailingType is null || string.Equals(FailingType, dataType, StringComparison.Ordinal))
            && !(FailingStatus is QardStatus.AuthError && isRenewed);
        return fails ? FailingStatus! : QardStatus.Success;
    }

    internal void WriteUnknownFields(Utf8JsonWriter json)
    {
        if (!HasUnknownFields)
        {
            return;
        }

        json.WriteString("new_field", "A field that no document names.");
        json.WriteStartObject("new_object");
        json.WriteNumber("number", 42);
        json.WriteStartArray("list");
        json.WriteStringValue("nested");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
