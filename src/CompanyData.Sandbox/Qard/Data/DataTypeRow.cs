using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>A data type: its paths below the user, what they answer and how its rows are made.</summary>
/// <param name="Name">Name in requests and sync items.</param>
/// <param name="Paths">Paths below the user.</param>
/// <param name="Shape">The shape of the responses.</param>
/// <param name="Rows">Creates the rows.</param>
/// <param name="IsPerConnection">Whether each connection has its own rows, or all describe the same company.</param>
internal sealed record DataTypeRow(
    string Name,
    IReadOnlyList<string> Paths,
    DataShape Shape,
    Func<DataSource, Rows> Rows,
    bool IsPerConnection = false)
{
    /// <summary>Another name under which the same data is asked for. [inferred]</summary>
    public string? OtherName { get; init; }

    /// <summary>Whether one row can be read by its id. [docs]</summary>
    public bool HasItems { get; init; }

    public bool IsNamed(string name) => name == Name || name == OtherName;
}
