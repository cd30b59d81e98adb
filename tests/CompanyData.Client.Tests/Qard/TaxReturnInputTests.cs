using System.Text;
using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

public sealed class TaxReturnInputTests : IDisposable
{
    private static readonly DateTime Closing = new(2023, 12, 31);
    private readonly string _folder = Directory.CreateTempSubdirectory("tax-return-of-a-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Add_Document_IsSentAsBase64AndSaysWhatItIs()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("[]"), Replies.Json("""{"id":"i-1","process_status":"PENDING"}""", 201));
        QardTaxReturnInput input = await AddAsync(wire, Upload());
        Assert.Equal(("i-1", "u-1", "PENDING"), (input.InputId, input.UserId, input.ProcessStatus));
        RecordedRequest request = wire.Requests[1];
        Assert.Equal(("POST", "/api/v6/input/users/u-1/tax-returns/ocr-service"), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """{"data":{"file":"JVBERi0xLjQ=","closing_date":"2023-12-31","closing_year":2023,"type":"C","duration":12,"submitted_date":"2024-05-03","privacy":true},"tax_return_id":"t-1"}"""),
            JsonNode.Parse(request.Body!)));
    }

    /// <summary>What is answered is not published.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":"thank you"}""")]
    public async Task Add_AnswerSaysNothing_IsFoundInTheList(string answer)
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""[{"id":"i-0"}]"""), Replies.Json(answer, 201), Replies.Json("""[{"id":"i-0"},{"id":"i-1","process_status":"PENDING"}]"""));
        Assert.Equal("i-1", (await AddAsync(wire, Upload())).Id);
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Fact]
    public async Task Add_AnswerIsLostAndNothingShows_IsUnknownAndNotSentAgain()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("[]"), Replies.Reset()).Always(Replies.Json("[]"));
        ApiException exception = await wire.FailAsync(client => client.TaxReturnInputs.AddAsync("u-1", Upload(), CancellationToken.None));
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Contains("Get-QardTaxReturnInput u-1", exception.Remedy);
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Theory]
    [InlineData("missing", "does not exist")]
    [InlineData("empty", "1 byte to 50 MB")]
    [InlineData("type", "C, S, K")]
    [InlineData("duration", "24")]
    [InlineData("submitted", "before that")]
    public async Task Add_WhatCannotBe_IsRefusedBeforeAnythingIsSent(string what, string word)
    {
        using Wire wire = new();
        QardTaxReturnUpload upload = new()
        {
            Path = what == "missing" ? Path.Combine(_folder, "no-such.pdf") : Document(what == "empty" ? string.Empty : "%PDF-1.4"),
            ClosingDate = Closing,
            SubmittedDate = what == "submitted" ? Closing.AddDays(-1) : null,
            Type = what == "type" ? "X" : "C",
            Duration = what == "duration" ? 36 : 12,
        };
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => AddAsync(wire, upload));
        Assert.Contains(word, exception.Message);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Wait_Finished_EndsWithTheInput()
    {
        using Wire wire = new();
        wire.Then(Inputs("PENDING"), Inputs("IN_PROGRESS"), Inputs("FINISHED"));
        Assert.Equal("FINISHED", (await wire.RunAsync(WaitAsync)).ProcessStatus);
    }

    [Theory]
    [InlineData("ERROR", ApiErrorKind.SyncFailed, "unreadable scan")]
    [InlineData("ARCHIVED", ApiErrorKind.UnknownStatus, "'ARCHIVED'")]
    public async Task Wait_OtherEnd_SaysWhy(string status, ApiErrorKind kind, string word)
    {
        using Wire wire = new();
        ApiException exception = await wire.Always(Inputs(status)).FailAsync(WaitAsync);
        Assert.Equal((kind, "i-1"), (exception.Kind, exception.Subject));
        Assert.Contains(word, exception.Message);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Wait_UnknownInputOrTimeUp_Ends()
    {
        using Wire wire = new();
        Assert.Equal(ApiErrorKind.NotFound, (await wire.Then(Replies.Json("[]")).FailAsync(WaitAsync)).Kind);
        Assert.Equal(ApiErrorKind.WaitTimeout, (await wire.Always(Inputs("PENDING")).FailAsync(WaitAsync)).Kind);
    }

    private QardTaxReturnUpload Upload() => new()
    {
        Path = Document("%PDF-1.4"),
        ClosingDate = Closing,
        SubmittedDate = new(2024, 5, 3),
        Type = "C",
        Privacy = true,
        TaxReturnId = "t-1",
    };

    private string Document(string content)
    {
        string path = Path.Combine(_folder, "return.pdf");
        File.WriteAllBytes(path, Encoding.ASCII.GetBytes(content));
        return path;
    }

    private static Task<QardTaxReturnInput> AddAsync(Wire wire, QardTaxReturnUpload upload)
        => wire.RunAsync(client => client.TaxReturnInputs.AddAsync("u-1", upload, CancellationToken.None));

    private static Task<QardTaxReturnInput> WaitAsync(QardClient client)
        => client.TaxReturnInputs.WaitAsync(("u-1", "i-1"), TimeSpan.FromHours(1), CancellationToken.None);

    private static ScriptedHandler.Reply Inputs(string status)
        => Replies.Json($$"""[{"id":"i-0","process_status":"FINISHED"},{"id":"i-1","process_status":"{{status}}","error_message":"unreadable scan"}]""");
}
