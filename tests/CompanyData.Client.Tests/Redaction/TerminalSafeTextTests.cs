using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Redaction;

/// <summary>What drives a terminal is visible and harmless once it is read; nothing else changes.</summary>
public class TerminalSafeTextTests
{
    [Theory]
    [InlineData("\u001b[31mred", "␛[31mred")]
    [InlineData("\u001b]0;title\u0007", "␛]0;title␇")]
    [InlineData("a\bb\0", "a␈b␀")]
    [InlineData("safe\rEVIL", "safe␍EVIL")]
    [InlineData("\u007f\u009b2J", "␡\uFFFD2J")]
    [InlineData("a\u202Ecod.exe\u202C", "a\uFFFDcod.exe\uFFFD")]
    [InlineData("two\nlines\tand\r\nmore", "two\nlines\tand\r\nmore")]
    [InlineData("Élysée Ωμέγα 株式会社 \U0001F600 שלום\u200F", "Élysée Ωμέγα 株式会社 \U0001F600 שלום\u200F")]
    public async Task Read_TextOfTheService_CannotDriveTheTerminal(string sent, string read)
    {
        string text = JsonSerializer.Serialize(sent);
        using Wire wire = new();
        wire.Then(Replies.Json($$"""{"id":{{text}},"name":{{text}},"novel":{{text}},{{text}}:{"inner":[{{text}}],{{text}}:1},"first_name":{"a":{{text}} } }"""));
        QardUser user = await wire.RunAsync(client => client.Users.GetAsync("u", CancellationToken.None));

        Assert.Equal((read, read), (user.Id, user.Name));
        Assert.Equal(read, user.GetAdditionalFields()["novel"]);
        Assert.Contains(read, user.GetAdditionalFields().Keys);
        Assert.Contains(read, user.GetAdditionalFields().ToString());
        Assert.DoesNotContain(user.FirstName!, c => c is '\u001b' or '\u009b' or '\u202E');
    }

    [Theory]
    [InlineData("a\u001b[31mb\u202Ec\u009bd\re\nf\u0007")]
    public async Task Fail_TextOfTheService_IsOneHarmlessLine(string sent)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json($$"""{"error_code":{{JsonSerializer.Serialize(sent)}},"error_message":{{JsonSerializer.Serialize(sent)}}}""", 422));
        ApiException exception = await wire.FailToReadAsync();
        Assert.Contains("a [31mb c d e f", exception.Message);
        Assert.Equal("a [31mb c d e f", exception.ProviderCode);
    }
}
