using System.Text;
using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

public class QontoUploadTests
{
    private const string Kbis = "organization-kbis";
    private const string Identity = "stakeholder-proof-of-identity";
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("%PDF-1.7 of a test");

    [Theory]
    [InlineData("kbis.pdf", "application/pdf")]
    [InlineData("KBIS.PDF", "application/pdf")]
    [InlineData("scan.png", "image/png")]
    [InlineData("scan.jpg", "image/jpeg")]
    [InlineData("scan.jpeg", "image/jpeg")]
    public async Task AddFile_OfStakeholder_SendsThreeParts(string name, string mediaType)
    {
        using QontoWire wire = new();
        wire.Then(Files(), Replies.Json("""{"registration_file":{"id":"f-1","file_type":"stakeholder-proof-of-identity","stakeholder_id":"s-1"}}""", 201));
        QontoRegistrationFile file = await AddAsync(wire, new(wire.File(name, Content), Identity, "s-1"));
        Assert.Equal(("f-1", "r-1", "s-1"), (file.Id, file.RegistrationId, file.StakeholderId));

        RecordedRequest request = Assert.Single(Posts(wire));
        Assert.Equal(("POST", "/register/registrations/r-1/files"), (request.Method, request.Path));
        Assert.StartsWith("multipart/form-data; boundary=", request.Headers["Content-Type"]);
        Dictionary<string, (string Headers, string Text)> parts = Parts(request);
        Assert.Equal(["file", "file_type", "stakeholder_id"], parts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((Identity, "s-1", "%PDF-1.7 of a test"), (parts["file_type"].Text, parts["stakeholder_id"].Text, parts["file"].Text));
        Assert.Contains($"Content-Type: {mediaType}", parts["file"].Headers);
        Assert.Contains($"filename={name}", parts["file"].Headers.Replace("\"", string.Empty));
    }

    [Fact]
    public async Task AddFile_OfOrganization_SendsNoStakeholder()
    {
        using QontoWire wire = new();
        wire.Then(Files(), File("f-1", Kbis));
        await AddAsync(wire, new(wire.File("kbis.pdf", Content), Kbis, " "));
        Assert.Equal(["file", "file_type"], Parts(Assert.Single(Posts(wire))).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AddFile_TooManyRequests_StreamsTheFileAgain()
    {
        using QontoWire wire = new();
        wire.Then(Files(), Replies.RetryAfter("2"), Replies.RetryAfter("2"), File("f-1", Kbis));
        byte[] large = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0123456789abcdef", 20_000)));
        await AddAsync(wire, new(wire.File("kbis.pdf", large), Kbis, null));
        Assert.Equal(3, Posts(wire).Count());
        Assert.All(Posts(wire), request => Assert.Equal(Encoding.ASCII.GetString(large), Parts(request)["file"].Text));
    }

    [Fact]
    public async Task AddFile_LostAnswerAndTheFileIsThere_IsFoundAndNotSentAgain()
    {
        using QontoWire wire = new();
        wire.Then(Files(("f-0", "organization-by-laws")), Replies.Reset(), Files(("f-0", "organization-by-laws"), ("f-1", Kbis)));
        QontoRegistrationFile file = await AddAsync(wire, new(wire.File("kbis.pdf", Content), Kbis, null));
        Assert.Equal(("f-1", "r-1"), (file.Id, file.RegistrationId));
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task AddFile_LostAnswerAndTheFileIsNotThere_IsUnknownAndNotSentAgain(int status)
    {
        using QontoWire wire = new();
        wire.Then(Files(), status == 0 ? Replies.Reset() : Replies.Status(status)).Always(Files());
        await AssertUnknownAsync(wire);
    }

    /// <summary>A file is replaced by deleting it first (qonto.md): the one that was there is not the one that was sent.</summary>
    [Fact]
    public async Task AddFile_LostAnswerWhereOneOfItsTypeWasThere_NeverTakesTheOlderOne()
    {
        using QontoWire wire = new();
        wire.Then(Files(("f-old", Kbis)), Replies.Reset()).Always(Files(("f-old", Kbis)));
        await AssertUnknownAsync(wire);
    }

    [Fact]
    public async Task AddFile_ServerErrorAndTheFileIsNotThere_IsSentAgain()
    {
        using QontoWire wire = new();
        wire.Then(Files(), Replies.Status(500), Files(), Files(), Files(), Files(), File("f-1", Kbis));
        Assert.Equal("f-1", (await AddAsync(wire, new(wire.File("kbis.pdf", Content), Kbis, null))).Id);
        Assert.Equal((2, 5), (wire.Handler.CountOf("POST"), wire.Handler.CountOf("GET")));
    }

    [Fact]
    public async Task AddFile_LostAnswerAndLookingFails_IsUnknown()
    {
        using QontoWire wire = new(maxRetries: 0);
        wire.Then(Files(), Replies.Reset(), Replies.Status(403));
        string path = wire.File("kbis.pdf", Content);
        ApiException exception = await wire.FailAsync(client => client.Files.AddAsync("r-1", new(path, Kbis, null), CancellationToken.None));
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Contains("Get-QontoRegistrationFile r-1", exception.Remedy);
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Fact]
    public async Task AddFile_Refused_IsSentOnce()
    {
        using QontoWire wire = new();
        wire.Then(Files(), Replies.Json("""{"errors":[{"code":"taken","detail":"exists","source":{"pointer":"/file_type"}}]}""", 422));
        string path = wire.File("kbis.pdf", Content);
        ApiException exception = await wire.FailAsync(client => client.Files.AddAsync("r-1", new(path, Kbis, null), CancellationToken.None));
        Assert.Contains("taken: exists at /file_type", exception.Message);
        Assert.Single(Posts(wire));
    }

    [Fact]
    public void Upload_NoFile_IsRefused()
        => Assert.Contains("does not exist", Assert.Throws<ArgumentException>(() => new QontoUpload("no-such-file-of-a-test.pdf", Kbis, null)).Message);

    [Theory]
    [InlineData("kbis.txt")]
    [InlineData("kbis")]
    [InlineData("kbis.pdf.exe")]
    [InlineData("kbis.gif")]
    public void Upload_OtherExtension_IsRefused(string name)
    {
        using QontoWire wire = new();
        string path = wire.File(name, Content);
        Assert.Contains("not a pdf, png, jpg or jpeg", Assert.Throws<ArgumentException>(() => new QontoUpload(path, Kbis, null)).Message);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(QontoUpload.MaxBytes, true)]
    [InlineData(QontoUpload.MaxBytes + 1, false)]
    public void Upload_Size_IsFrom1ByteTo30Megabytes(long size, bool taken)
    {
        using QontoWire wire = new();
        string path = wire.File("kbis.pdf", []);
        using (FileStream file = new(path, FileMode.Open))
        {
            file.SetLength(size);
        }

        Exception? exception = Record.Exception(() => new QontoUpload(path, Kbis, null));
        Assert.Equal(taken, exception is null);
        Assert.True(taken || exception is ArgumentException && exception.Message.Contains("30 MB", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kbis")]
    [InlineData("")]
    [InlineData("ORGANIZATION-KBIS")]
    public void Upload_OtherType_IsRefusedWithTheKnownOnes(string type)
    {
        using QontoWire wire = new();
        string path = wire.File("kbis.pdf", Content);
        Assert.Contains("organization-proof-of-address", Assert.Throws<ArgumentException>(() => new QontoUpload(path, type, null)).Message);
    }

    [Theory]
    [InlineData(Identity)]
    [InlineData("stakeholder-residence-permit")]
    public void Upload_OfStakeholderWithoutId_IsRefused(string type)
    {
        using QontoWire wire = new();
        string path = wire.File("id.pdf", Content);
        Assert.Contains("stakeholder's id", Assert.Throws<ArgumentException>(() => new QontoUpload(path, type, " ")).Message);
    }

    private static Task<QontoRegistrationFile> AddAsync(QontoWire wire, QontoUpload upload)
        => wire.RunAsync(client => client.Files.AddAsync("r-1", upload, CancellationToken.None));

    private static IEnumerable<RecordedRequest> Posts(QontoWire wire) => wire.Requests.Where(request => request.Method == "POST");

    private static async Task AssertUnknownAsync(QontoWire wire)
    {
        string path = wire.File("kbis.pdf", Content);
        ApiException exception = await wire.FailAsync(client => client.Files.AddAsync("r-1", new(path, Kbis, null), CancellationToken.None));
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Contains("Get-QontoRegistrationFile r-1", exception.Remedy);
        Assert.Equal((1, 5), (wire.Handler.CountOf("POST"), wire.Handler.CountOf("GET")));
    }

    private static ScriptedHandler.Reply File(string id, string type) => Replies.Json($$$"""{"registration_file":{"id":"{{{id}}}","file_type":"{{{type}}}"}}""", 201);

    private static ScriptedHandler.Reply Files(params (string Id, string Type)[] files) => Replies.Json(new JsonObject
    {
        ["registration_files"] = new JsonArray([.. files.Select(file => new JsonObject { ["id"] = file.Id, ["file_type"] = file.Type })]),
        ["meta"] = new JsonObject { ["current_page"] = 1, ["total_pages"] = 1, ["total_count"] = files.Length },
    }.ToJsonString());

    private static Dictionary<string, (string Headers, string Text)> Parts(RecordedRequest request)
    {
        string boundary = request.Headers["Content-Type"].Split("boundary=")[1].Trim('"');
        return request.Body!.Split($"--{boundary}", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split("\r\n\r\n", 2)).Where(part => part.Length == 2)
            .ToDictionary(
                part => System.Text.RegularExpressions.Regex.Match(part[0], "[^e]name=\"?(\\w+)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value,
                part => (part[0], part[1][..^2]),
                StringComparer.Ordinal);
    }
}
