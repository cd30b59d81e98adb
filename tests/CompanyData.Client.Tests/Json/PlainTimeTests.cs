using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Client.Tests.Json;

/// <summary>The usual forms of a time are read from the bytes, and mean what they mean as text.</summary>
public class PlainTimeTests
{
    private static readonly JsonSerializerOptions Local = new() { Converters = { new DateTimeConverter() } };
    private static readonly JsonSerializerOptions Utc = new() { Converters = { new UtcDateTimeConverter() } };

    [Theory]
    [InlineData("2024-01-31 23:59:58")]
    [InlineData("2024-01-31T23:59:58")]
    [InlineData("2024-02-29")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("9999-12-31 23:59:59")]
    [InlineData("2024-01-31 23:59:58.25")]
    [InlineData("2024-01-31T23:59:58+02:00")]
    [InlineData(" 2024-01-31 ")]
    [InlineData("2024-01-31 23:59")]
    public void Read_AnyForm_IsWhatItIsAsText(string text)
    {
        Assert.True(DateTimeConverter.TryParseOffset(text, out DateTimeOffset expected));
        DateTime? local = JsonSerializer.Deserialize<DateTime?>($"\"{text}\"", Local);
        DateTime? utc = JsonSerializer.Deserialize<DateTime?>($"\"{text}\"", Utc);
        Assert.Equal((expected.DateTime, DateTimeKind.Unspecified), (local!.Value, local.Value.Kind));
        Assert.Equal((expected.UtcDateTime, DateTimeKind.Utc), (utc!.Value, utc.Value.Kind));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-01-31 25:00:00")]
    [InlineData("2024-01-31 23:60:00")]
    [InlineData("2024-01-31 23:59:61")]
    [InlineData("2024-01-3x")]
    [InlineData("2024-+1-31")]
    [InlineData("2024-01-31 23.59.58")]
    [InlineData("0000-01-01")]
    public void Read_NoTime_IsAnError(string text)
    {
        Assert.False(DateTimeConverter.TryParse(text, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTime?>($"\"{text}\"", Local));
    }
}
