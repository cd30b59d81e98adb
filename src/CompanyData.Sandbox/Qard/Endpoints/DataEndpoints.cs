using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Data;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>What synchronisations have collected, made as it is read, and the files that it names.</summary>
internal sealed class DataEndpoints(QardState state)
{
    public IEnumerable<Route> Routes =>
    [
        .. DataCatalog.All.SelectMany(type => type.Paths.Select(path => new Route(
            "GET", $"users/{{user}}/{path}", call => state.WithUser(call, user => Read(call, user, type))))),
        .. DataCatalog.All.Where(type => type.HasItems).SelectMany(type => type.Paths.Select(path => new Route(
            "GET", $"users/{{user}}/{path}/{{item}}", call => state.WithUser(call, user => ReadOne(call, user, type))))),
        new("GET", "users/{user}/company-officers/all", call => state.WithUser(call, user => ReadAllOfficers(call, user))),
        new("GET", "file/{file}", ReadFile),
    ];

    private HttpResponseMessage Read(SandboxCall call, QardUser user, DataTypeRow type)
    {
        var rows = Collect(call, user, type);
        if (type.Shape is DataShape.Single)
        {
            return rows.Count == 0 ? Reply.NoContent() : Reply.Json(json => rows.Write(json, 0));
        }

        return rows.Count == 0 && type.Shape is DataShape.ListOrNotFound
            ? throw ApiException.NotFound(type.Name)
            : Reply.List(rows, QardPaging.OptionalPageOf(call.Query));
    }

    /// <summary>An envelope of the same officers: how the list differs is not known. [seen]</summary>
    private HttpResponseMessage ReadAllOfficers(SandboxCall call, QardUser user)
    {
        var rows = Collect(call, user, DataCatalog.All.First(type => type.Name == DataTypes.CompanyOfficer));
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("result");
            for (var i = 0; i < rows.Count; i++)
            {
                rows.Write(json, i);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private HttpResponseMessage ReadOne(SandboxCall call, QardUser user, DataTypeRow type)
    {
        var rows = Collect(call, user, type);
        var row = Find(rows, call.Values[1]);
        return row is null ? throw ApiException.NotFound(type.Name) : Reply.Json(json => json.WriteRawValue(row));
    }

    private static byte[]? Find(Rows rows, string id) => Enumerable.Range(0, rows.Count)
        .Select(index => Reply.Bytes(json => rows.Write(json, index)))
        .FirstOrDefault(bytes => JsonDocument.Parse(bytes).RootElement.Text("id") == id);

    private Rows Collect(SandboxCall call, QardUser user, DataTypeRow type)
    {
        var now = state.Now;
        var connections = user.Connections.Where(connection => user.Syncs.Exists(item =>
            item.Connection == connection
            && type.IsNamed(item.DataType)
            && item.HasSucceededAt(now)));
        var rows = connections
            .Take(type.IsPerConnection ? int.MaxValue : 1)
            .Select(connection => type.Rows(new DataSource(state.Options, user, connection, call.Query, state.History.Find(user.Siren))
            {
                ChecksNodes = state.Providers.Any(provider => provider.HasSetting(ConformityChecks.NodesCheck)),
            }))
            .DefaultIfEmpty(Rows.None)
            .Aggregate((all, next) => all.Then(next));
        return type.Name is DataTypes.TaxReturn ? rows.Then(TaxReturns.HandedIn(state.Options.Seed, HandedIn(user, rows))) : rows;
    }

    /// <summary>What has been read of tax returns that were handed in; one that names a return which is there already is about that one.</summary>
    private List<QardTaxInput> HandedIn(QardUser user, Rows collected) => user.TaxInputs
        .FindAll(input => input.HasBeenReadAt(state.Now) && !(input.IsNamed && Find(collected, input.TaxReturnId) is not null))
        .GroupBy(input => input.TaxReturnId, StringComparer.Ordinal)
        .Select(group => group.Last())
        .ToList();

    private HttpResponseMessage ReadFile(SandboxCall call) =>
        Guid.TryParse(call.Values[0], out var id) && FileIds.IsKnown(state.Options.Seed, id)
            ? Reply.File($"document-{id.ToString().Substring(0, 8)}.pdf", "application/pdf", SamplePdf.Create(id.ToString()))
            : throw ApiException.NotFound("File");
}
