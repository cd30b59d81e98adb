using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Client.Tests.Json;

/// <summary>Texts that repeat throughout a list share a string.</summary>
public class RepeatedTextTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new RepeatedTextConverter() } };

    [Theory]
    [InlineData("\"EUR\"", "EUR")]
    [InlineData("\"\"", "")]
    [InlineData("\"Opération\"", "Opération")]
    [InlineData("\"a\\nb\"", "a\nb")]
    [InlineData("\"a\\u0041\"", "aA")]
    [InlineData("null", null)]
    [InlineData("12", "12")]
    [InlineData("\"\\u001b[31m\"", "␛[31m")]
    public void Read_AnyValue_IsItsText(string json, string? text)
    {
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(text, JsonSerializer.Deserialize<string>(json, Options));
        }
    }

    [Fact]
    public void Read_ManyTexts_StayApart()
    {
        string[] texts = [.. Enumerable.Range(0, 2_000).Select(i => $"text {i % 1_000}"), new string('x', 100), @"a\b"];
        Assert.Equal(texts, texts.Select(text => JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text), Options)));
    }
}
