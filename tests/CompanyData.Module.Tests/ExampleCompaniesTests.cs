namespace CompanyData.Module.Tests;

/// <summary>examples/companies.csv: a typing error in a SIREN would look up another company, or none.</summary>
public class ExampleCompaniesTests
{
    private readonly string[] _lines = File.ReadAllLines(Repository.PathOf("examples", "companies.csv"));

    [Fact]
    public void Header_HasTheNamesThatCmdletsBind() => Assert.Equal("name,siren", _lines[0]);

    [Fact]
    public void Sirens_AreThirtyDifferentOnes() => Assert.Equal(30, Sirens().Distinct().Count());

    [Fact]
    public void Sirens_AllPassTheirCheckDigit() => Assert.All(Sirens(), siren => Assert.True(siren.Length == 9 && LuhnSum(siren) % 10 == 0, siren));

    private IEnumerable<string> Sirens() => _lines.Skip(1).Select(line => line.Split(',')[1]);

    private static int LuhnSum(string digits) => digits.Reverse().Select((c, i) => (c - '0') * (1 + (i % 2))).Sum(d => (d / 10) + (d % 10));
}
