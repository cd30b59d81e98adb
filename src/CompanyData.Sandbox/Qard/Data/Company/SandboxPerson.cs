using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>An officer or owner as a check knows them.</summary>
/// <param name="Id">The officer's or owner's id.</param>
/// <param name="FirstName">Null for a company.</param>
/// <param name="LastName">Null for a company.</param>
/// <param name="BirthDate">Null for a company.</param>
/// <param name="Name">The name of a company; null for a person.</param>
internal sealed record SandboxPerson(Guid Id, string? FirstName, string? LastName, string? BirthDate, string? Name)
{
    /// <summary>The people of a list, as its rows name them.</summary>
    public static IEnumerable<SandboxPerson> From(Rows rows) => Enumerable.Range(0, rows.Count).Select(index =>
    {
        var json = JsonDocument.Parse(Reply.Bytes(writer => rows.Write(writer, index))).RootElement;
        return new SandboxPerson(json.GetProperty("id").GetGuid(), json.Text("first_name"), json.Text("last_name"), json.Text("birth_date"), json.Text("name"));
    });
}
