using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

public class QontoFileTests
{
    [Fact]
    public async Task GetFile_ById_KnowsItsRegistration()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""{"registration_file":{"id":"f 1","filename":"kbis.pdf","filesize_bytes":12,"url":"https://files.example.test/1","file_type":"organization-kbis"}}"""));
        QontoRegistrationFile file = await wire.RunAsync(client => client.Files.GetAsync("r-1", "f 1", CancellationToken.None));
        Assert.Equal(("f 1", "r-1", 12L, "https://files.example.test/1"), (file.FileId, file.RegistrationId, file.FilesizeBytes, file.Url));
        Assert.Equal("/register/registrations/r-1/files/f%201", Assert.Single(wire.Requests).Path);
    }

    [Fact]
    public async Task ListFiles_EachKnowsItsRegistration()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""{"registration_files":[{"id":"f-1"},{"id":"f-2"}],"meta":{"current_page":1,"total_pages":1,"total_count":2}}"""));
        List<QontoRegistrationFile> files = await wire.RunAsync(client => client.Files.ListAsync("r-1", CancellationToken.None).ReadAllAsync());
        Assert.Equal([("f-1", "r-1"), ("f-2", "r-1")], files.Select(file => (file.FileId, file.RegistrationId)));
    }

    [Fact]
    public async Task RemoveFile_AnswerIsLostAndItIsGone_CountsAsDone()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Reset(), Replies.Status(404));
        await wire.RunAsync(async client =>
        {
            await client.Files.RemoveAsync("r-1", "f-1", CancellationToken.None);
            return true;
        });
        Assert.All(wire.Requests, request => Assert.Equal(("DELETE", "/register/registrations/r-1/files/f-1"), (request.Method, request.Path)));
    }
}
