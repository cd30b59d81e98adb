using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class SuggestionTests
{
    [Theory]
    [InlineData("company_profil", " Did you mean 'COMPANY_PROFILE'?")]
    [InlineData("OFFICER_COMPANY", "")]
    [InlineData("", "")]
    [InlineData("COMPANY_OFICERS", " Did you mean 'COMPANY_OFFICER'?")]
    public void For_NameNearAKnownOne_AsksForIt(string name, string expected)
        => Assert.Equal(expected, Suggestion.For(name, ["COMPANY_PROFILE", "COMPANY_OFFICER", "ACT"]));

    [Fact]
    public void For_TwoNear_TakesTheNearer() => Assert.Equal(" Did you mean 'line_2'?", Suggestion.For("line2", ["line_10", "line_2"]));
}
