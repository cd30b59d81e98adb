using System.Net;
using System.Net.Http.Headers;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class FileTests : IDisposable
{
    private const int LargestFile = 30 * 1024 * 1024;
    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("organization-deposit-certificate", "document.pdf", "application/pdf")]
    [InlineData("organization-proof-of-address", "DOCUMENT.PDF", "application/pdf")]
    [InlineData("organization-by-laws", "scan.png", "image/png")]
    [InlineData("organization-kbis", "scan.jpg", "image/jpeg")]
    [InlineData("stakeholder-proof-of-identity", "pièce d'identité.jpeg", "image/jpeg")]
    [InlineData("stakeholder-residence-permit", "document.pdf", null)]
    public async Task Upload_OfAFile_AnswersWhatItIs(string type, string name, string? mediaType)
    {
        var registration = await _world.CreateAsync(Registrations.Creation());
        var stakeholder = QontoWorld.IdOf(registration.GetProperty("stakeholders")[0]);
        byte[] content = [.. "a\r\n--b\r\n\r\n"u8, 0, 255];

        var answer = await _world.UploadAsync(QontoWorld.IdOf(registration), type, name, mediaType, content, stakeholder);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var file = answer.Json.GetProperty("registration_file");
        Assert.True(file.GetProperty("id").TryGetGuid(out _));
        Assert.Equal(type, file.GetProperty("file_type").GetString());
        Assert.Equal(name, file.GetProperty("filename").GetString());
        Assert.Equal(content.Length, file.GetProperty("filesize_bytes").GetInt32());
        Assert.Equal(stakeholder, file.GetProperty("stakeholder_id").GetString());
        Assert.Equal("2024-01-15T10:30:00.000Z", file.GetProperty("created_at").GetString());
        Assert.Equal(content, await _world.Client.GetByteArrayAsync(file.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task List_AfterUploads_HasThem()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        Assert.Equal("""{"registration_files":[]}""", (await _world.GetAsync($"registrations/{id}/files")).Body);
        await _world.UploadAsync(id, "organization-kbis");
        await _world.UploadAsync(id, "organization-by-laws");

        var files = (await _world.ReadAsync($"registrations/{id}/files")).GetProperty("registration_files");
        Assert.Equal(
            ["organization-kbis", "organization-by-laws"], files.EnumerateArray().Select(file => file.GetProperty("file_type").GetString()));
    }

    [Theory]
    [InlineData(null, "document.pdf", "application/pdf", "/file_type:required")]
    [InlineData("kbis", "document.pdf", "application/pdf", "/file_type:not_in_list")]
    [InlineData("organization-kbis", null, null, "/file:required")]
    [InlineData("organization-kbis", "document.txt", "application/pdf", "/file:not_in_list")]
    [InlineData("organization-kbis", "document", "application/pdf", "/file:not_in_list")]
    [InlineData("organization-kbis", "document.pdf", "text/plain", "/file:invalid_format")]
    [InlineData("kbis", "document.exe", "text/plain", "/file_type:not_in_list", "/file:not_in_list", "/file:invalid_format")]
    public async Task Upload_ThatBreaksARule_IsRefused(string? type, string? name, string? mediaType, params string[] expected)
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        Assert.Equal(expected, Refusals(await _world.UploadAsync(id, type, name, mediaType)));
    }

    [Fact]
    public async Task Upload_OfATypeTwice_IsRefused()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        await _world.UploadAsync(id, "organization-kbis");
        Assert.Equal(["/file_type:already_taken"], Refusals(await _world.UploadAsync(id, "organization-kbis")));
    }

    [Fact]
    public async Task Upload_ForAStakeholderOfNobody_IsRefused()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        var answer = await _world.UploadAsync(id, "stakeholder-proof-of-identity", stakeholder: Guid.NewGuid().ToString());
        Assert.Equal(["/stakeholder_id:not_found"], Refusals(answer));
    }

    [Fact]
    public async Task Upload_OfThirtyMegabytes_IsTakenAndNotAByteMore()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));

        Assert.Equal(["/file:too_large"], Refusals(await _world.UploadAsync(id, "organization-kbis", content: new byte[LargestFile + 1])));
        Assert.Equal(HttpStatusCode.Created, (await _world.UploadAsync(id, "organization-kbis", content: new byte[LargestFile])).Status);
        Assert.Equal(["/file:required"], Refusals(await _world.UploadAsync(id, "organization-by-laws", content: [])));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "--a\r\n")]
    [InlineData("multipart/form-data; boundary=a", "")]
    [InlineData("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=\"file_type\"\r\n\r\norganization-kbis")]
    [InlineData("multipart/form-data; boundary=a", "--a\r\nContent-Type: text/plain\r\n\r\ntext\r\n--a--\r\n")]
    public async Task Upload_ThatIsNoForm_IsRefused(string mediaType, string body)
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.SendAsync("POST", $"registrations/{id}/files", content)).Status);
    }

    [Fact]
    public async Task Files_OfAnExistingCompany_AreRefused()
    {
        var existing = QontoWorld.IdOf(await _world.CreateAsync(Registrations.OfSeed()));
        var creation = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.UploadAsync(existing, "organization-kbis")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.GetAsync($"registrations/{existing}/files")).Status);
        Assert.Equal(HttpStatusCode.Created, (await _world.UploadAsync(creation, "organization-kbis")).Status);
    }

    [Fact]
    public async Task File_OfARegistration_IsReadAndRemovedAndMakesRoomForAnother()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        var file = (await _world.UploadAsync(id, "organization-kbis")).Json.GetProperty("registration_file");
        var path = $"registrations/{id}/files/{QontoWorld.IdOf(file)}";

        Assert.Equal(QontoWorld.IdOf(file), QontoWorld.IdOf((await _world.ReadAsync(path)).GetProperty("registration_file")));
        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.SendAsync("DELETE", path)).Status);
        Assert.Equal(HttpStatusCode.Created, (await _world.UploadAsync(id, "organization-kbis")).Status);
    }

    [Fact]
    public async Task Files_OfNobody_AreNotFound()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _world.UploadAsync("nobody", "organization-kbis")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("registrations/nobody/files")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("/qonto/onboarding/files/nobody")).Status);
    }

    private static IEnumerable<string> Refusals(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{answer.Status} {answer.Body}");
        return answer.Json.GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("source").GetProperty("pointer").GetString()}:{error.GetProperty("code").GetString()}");
    }
}
