using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;

namespace CompanyData.Client.Tests.Qonto;

public sealed class QontoAmountReadingTests
{
    /// <summary>Beyond the reader's first buffer, where a value does not lie in one piece.</summary>
    [Fact]
    public async Task Get_AmountWithFurtherFieldsInALongAnswer_IsRead()
    {
        string name = new('x', 40_000);
        using QontoWire wire = new();
        wire.Always(Replies.Json($$$"""
            {"registration":{"id":"r-1","organization":{"legal_name":"{{{name}}}",
             "total_capital_amount":{"note":{"a":[1,2]},"value":"1023.40","currency":"EUR"}},"locale":"{{{name}}}"}}
            """));
        QontoRegistration registration = await wire.RunAsync(client => client.Registrations.GetAsync("r-1", CancellationToken.None));
        Assert.Equal(new QontoAmount("1023.40", "EUR"), registration.Organization!.TotalCapitalAmount);
    }
}
