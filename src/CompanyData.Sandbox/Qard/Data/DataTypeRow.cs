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
    bool IsPerConnection = false);
