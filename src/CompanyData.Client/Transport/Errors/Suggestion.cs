namespace CompanyData.Transport;

/// <summary>Suggests the known name closest to a mistyped one.</summary>
/// <param name="name">The mistyped name.</param>
public sealed class Suggestion(string name)
{
    private readonly string _name = name.ToUpperInvariant();
    private int _distance = Math.Max(2, name.Length / 4) + 1;
    private string? _nearest;

    /// <summary>Returns a question with the closest known name, with a leading space; empty if none is close.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        Suggestion suggestion = new(name);
        foreach (string candidate in known)
        {
            suggestion.Consider(candidate);
        }

        return suggestion.ToString();
    }

    /// <summary>Compares one known name.</summary>
    public void Consider(string candidate)
    {
        int distance = Math.Abs(candidate.Length - _name.Length) < _distance ? Distance(_name, candidate.ToUpperInvariant()) : _distance;
        (_distance, _nearest) = distance < _distance ? (distance, candidate) : (_distance, _nearest);
    }

    /// <summary>A question with the closest name considered, with a leading space; empty if none is close.</summary>
    public override string ToString() => _nearest is null ? string.Empty : $" Did you mean '{_nearest}'?";

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[right.Length];
    }
}
