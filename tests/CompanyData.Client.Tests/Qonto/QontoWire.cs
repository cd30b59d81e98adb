using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

/// <summary>A Qonto session whose wire is a script and whose clock stands still.</summary>
internal sealed class QontoWire : ScriptedWire<QontoClient, QontoWire>
{
    public const string Token = "canary-qonto-token";
    public const string StagingToken = "canary-staging-token";
    public const string Partner = "partner-of-a-test";

    private readonly List<string> _files = [];

    public QontoWire(bool staging = true, int maxRetries = 5)
    {
        Client = new(
            new() { BaseUri = new("https://qonto.example.test"), MaxRetries = maxRetries, Time = Clock, Handler = Handler },
            new() { Token = new(Token), PartnerId = Partner, StagingToken = staging ? new(StagingToken) : null },
            QontoOAuthNames.Default);
    }

    public override QontoClient Client { get; }

    public static QontoRegistrationDraft Draft { get; } =
        new(SampleRegistrations.One(), new(SampleRegistrations.Today, QontoOAuthNames.Default));

    /// <summary>A company that is being created, which may have files.</summary>
    public static QontoRegistrationDraft Creation { get; } = new(OfCreation(), new(SampleRegistrations.Today, QontoOAuthNames.Default));

    public Task<QontoRegistration> ReadAsync() => RunAsync(client => client.Registrations.GetAsync("r-1", CancellationToken.None));

    public Task<ApiException> FailToReadAsync() => FailAsync(client => client.Registrations.GetAsync("r-1", CancellationToken.None));

    public Task<QontoRegistration> CreateAsync() => RunAsync(client => client.Registrations.CreateAsync(Draft, CancellationToken.None));

    public Task<ApiException> FailToCreateAsync() => FailAsync(client => client.Registrations.CreateAsync(Draft, CancellationToken.None));

    public Task<List<QontoRegistration>> ListAsync() => RunAsync(client => client.Registrations.ListAsync(CancellationToken.None).ReadAllAsync());

    /// <summary>A file that goes when the wire does.</summary>
    public string File(string name, byte[] content)
    {
        string folder = Directory.CreateTempSubdirectory("qonto-of-a-test-").FullName;
        _files.Add(folder);
        string path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public static ScriptedHandler.Reply Registration(string status = "pending", int code = 200)
        => Replies.Json($$$"""{"registration":{"id":"r-1","status":"{{{status}}}"}}""", code);

    public static ScriptedHandler.Reply Page(int current, int pages, int total, params string[] ids) => Replies.Json(new JsonObject
    {
        ["registrations"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id })]),
        ["meta"] = new JsonObject { ["current_page"] = current, ["total_pages"] = pages, ["total_count"] = total, ["per_page"] = 100 },
    }.ToJsonString());

    private static JsonObject OfCreation()
    {
        JsonObject registration = SampleRegistrations.One();
        registration["legal_flow"] = "company_creation";
        registration["organization"]!.AsObject().Remove("legal_vat_number");
        return registration;
    }

    public override void Dispose()
    {
        base.Dispose();
        _files.ForEach(folder => Directory.Delete(folder, recursive: true));
    }
}
