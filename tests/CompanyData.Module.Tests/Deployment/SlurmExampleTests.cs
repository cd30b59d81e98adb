namespace CompanyData.Module.Tests.Deployment;

/// <summary>What the README of the examples prints is the file that the Slurm proof submits.</summary>
public class SlurmExampleTests
{
    [Fact]
    public void Readme_SlurmBlock_IsTheFile()
    {
        string readme = File.ReadAllText(Repository.PathOf("examples", "README.md"));
        string script = File.ReadAllText(Repository.PathOf("examples", "portfolio.sbatch"));

        Assert.Contains($"```bash\n{script}```", readme, StringComparison.Ordinal);
    }
}
