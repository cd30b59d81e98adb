namespace CompanyData.Module.Tests.Rules;

/// <summary>The cmdlets and their parameters, kept in a file so that every change of them is seen in review.</summary>
public class CmdletBaselineTests
{
    private const string Accept = "COMPANYDATA_ACCEPT";

    private static readonly string Approved = Repository.PathOf("tests", "CompanyData.Module.Tests", "Rules", "Cmdlets.approved.txt");

    [Fact]
    public void Cmdlets_AreTheApprovedOnes()
    {
        string[] now =
        [
            .. from cmdlet in CmdletReader.Read(Repository.ModuleAssembly("net8.0"))
               from line in cmdlet.Parameters.Select(parameter => $"{cmdlet.Name} -{parameter.Name} <{parameter.Type}>{(parameter.IsPiped ? " piped" : string.Empty)}").Prepend(cmdlet.Name)
               select line,
        ];
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllLines(Approved, now);
        }

        string[] approved = File.ReadAllLines(Approved);
        string difference = string.Join('\n', approved.Except(now).Select(line => $"- {line}").Concat(now.Except(approved).Select(line => $"+ {line}")));
        Assert.True(approved.SequenceEqual(now), $"The cmdlets differ from Cmdlets.approved.txt; where that is meant, run this test with {Accept}=1.\n{difference}");
    }
}
