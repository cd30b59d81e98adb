using CompanyData.Files;

namespace CompanyData.Client.Tests.Files;

/// <summary>A file that is replaced is never missing.</summary>
public sealed class ReplaceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    private string Target => Path.Combine(_folder.FullName, "report.html");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Save_OverAFile_IsThereWholeAtEveryMoment()
    {
        const int Times = 300;
        await SaveAsync("x");
        using CancellationTokenSource done = new();
        Task<int> reader = Task.Run(() =>
        {
            int looks = 0;
            for (; !done.IsCancellationRequested || looks == 0; looks++)
            {
                using FileStream file = new(Target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                Assert.Equal('x', file.ReadByte());
            }

            return looks;
        });
        for (int i = 0; i < Times && !reader.IsFaulted; i++)
        {
            await SaveAsync("x");
        }

        await done.CancelAsync();
        Assert.True(await reader > 0);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_TheLastStepFails_LeavesTheOldFile()
    {
        await SaveAsync("old");
        await Assert.ThrowsAnyAsync<IOException>(() => PrivateFile.SaveAsync(Target, overwrite: true, file =>
        {
            File.Delete(file.Name);
            return Task.CompletedTask;
        }));
        Assert.Equal("old", await File.ReadAllTextAsync(Target));
    }

    private Task SaveAsync(string text) => PrivateFile.SaveAsync(Target, overwrite: true, file => file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask());
}
