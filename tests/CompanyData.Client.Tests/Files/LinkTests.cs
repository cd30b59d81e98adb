using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Files;

/// <summary>A link that lies where a file is to go does not lead the content elsewhere.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    private string Elsewhere => Path.Combine(_folder.FullName, "elsewhere");

    private string Target => Path.Combine(_folder.FullName, "report.pdf");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_ALinkIsThere_IsNotFollowed(bool toAFile)
    {
        Link(toAFile);
        await Assert.ThrowsAsync<IOException>(() => SaveAsync(overwrite: false));
        Assert.NotNull(new FileInfo(Target).LinkTarget);
        Assert.Equal(toAFile, File.Exists(Elsewhere));
        Assert.True(!toAFile || await File.ReadAllTextAsync(Elsewhere) == "untouched");
    }

    [Fact]
    public async Task Save_OverwritingALink_ReplacesTheLinkAndNotWhatItLeadsTo()
    {
        Link(toAFile: true);
        await SaveAsync(overwrite: true);
        Assert.Null(new FileInfo(Target).LinkTarget);
        Assert.Equal("content", await File.ReadAllTextAsync(Target));
        Assert.Equal("untouched", await File.ReadAllTextAsync(Elsewhere));
    }

    [Fact]
    public async Task Save_ALinkToAFolderIsThere_NothingIsWrittenIntoIt()
    {
        Directory.CreateDirectory(Elsewhere);
        Make(() => Directory.CreateSymbolicLink(Target, Elsewhere));
        await Assert.ThrowsAsync<IOException>(() => SaveAsync(overwrite: true));
        Assert.Empty(Directory.GetFileSystemEntries(Elsewhere));
    }

    private void Link(bool toAFile)
    {
        if (toAFile)
        {
            File.WriteAllText(Elsewhere, "untouched");
        }

        Make(() => File.CreateSymbolicLink(Target, Elsewhere));
    }

    private static void Make(Action link)
    {
        try
        {
            link();
        }
        catch (Exception exception) when (OperatingSystem.IsWindows() && exception is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("This account may not make links.");
        }
    }

    private async Task SaveAsync(bool overwrite)
    {
        using HttpResponseMessage response = new() { Content = new StringContent("content") };
        using FileDownload file = Downloads.From(response);
        await file.SaveAsync(Target, overwrite, CancellationToken.None);
    }
}
