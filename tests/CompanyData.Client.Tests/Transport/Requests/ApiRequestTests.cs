using System.Reflection;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class ApiRequestTests
{
    /// <summary>Paged lists copy their request for each page: a property that the copy loses would only be missing from the second page on.</summary>
    [Fact]
    public void Copy_OtherPath_KeepsEveryOtherProperty()
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = "first",
            Operation = "read the list",
            Safety = RequestSafety.Create,
            Body = [1, 2],
            CreateContent = () => new ByteArrayContent([]),
            Subject = "7",
            Scope = "user",
            Timeout = TimeSpan.FromSeconds(7),
            Accept = "*/*",
            Secrets = [new Secret("secret-of-a-test")],
        };

        ApiRequest copy = request with { Path = "second" };

        Assert.Equal("second", copy.Path);
        ApiRequest unset = new() { Method = HttpMethod.Get, Path = "unset", Operation = "do nothing" };
        foreach (PropertyInfo property in typeof(ApiRequest).GetProperties().Where(property => property.Name != nameof(ApiRequest.Path)))
        {
            Assert.False(Equals(property.GetValue(unset), property.GetValue(request)), $"Give {property.Name} another value than its default in this test.");
            Assert.Equal(property.GetValue(request), property.GetValue(copy));
        }
    }
}
