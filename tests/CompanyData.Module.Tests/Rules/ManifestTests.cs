namespace CompanyData.Module.Tests.Rules;

public class ManifestTests
{
    [Fact]
    public void Read_FindsTheVersionAndEveryCmdlet()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                @{
                    ModuleVersion     = '1.2.3'
                    FunctionsToExport = @('Get-Nothing')
                    CmdletsToExport   = @(
                        'Get-QardUser'
                        'New-QardUser'
                    )
                }
                """);

            Manifest manifest = Manifest.Read(path);

            Assert.Equal("1.2.3", manifest.Version);
            Assert.Equal(["Get-QardUser", "New-QardUser"], manifest.CmdletsToExport);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
