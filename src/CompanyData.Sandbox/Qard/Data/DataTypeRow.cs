using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>A data type: its paths below the user, what they answer and how its rows are made.</summary>
/// <param name="Name">As in requests and sync items.</param>
/// <param name="Paths">Below the user.</param>
/// <param name="Shape">What the paths answer.</param>
/// <param name="Rows">Makes the rows.</param>
/// <param name="IsPerConnection">Whether each connection has rows of its own, or all tell of the one company.</param>
internal sealed record DataTypeRow(
    string Name,
    IReadOnlyList<string> Paths,
    DataShape Shape,
    Func<DataSource, Rows> Rows,
    bool IsPerConnection = false);
