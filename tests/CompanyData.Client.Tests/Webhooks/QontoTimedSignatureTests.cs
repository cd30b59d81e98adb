using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Webhooks;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Webhooks;

/// <summary>Qonto's business API: the time is part of what is signed, and comes out.</summary>
public class QontoTimedSignatureTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("secret-of-a-test");
    private static readonly byte[] Body = "{}"u8.ToArray();

    [Fact]
    public void IsQontoTimed_AnyTime_ComesOut() => Holds.ForAll(Gen.Choose(0, int.MaxValue), seconds =>
    {
        Assert.True(WebhookSignature.IsQontoTimed(Secret, Body, Signer.QontoTimed(Secret, Body, seconds), out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(seconds), time);
    });

    [Fact]
    public void IsQontoTimed_TimeMoved_IsRefused() => Holds.ForAll(
        from seconds in Gen.Choose(1, 2_000_000_000) from shift in Gen.Choose(1, 100_000) select (seconds, shift),
        data =>
        {
            string moved = Signer.QontoTimed(Secret, Body, data.seconds).Replace($"t={data.seconds},", $"t={data.seconds + data.shift},");
            Assert.False(WebhookSignature.IsQontoTimed(Secret, Body, moved, out _));
        });

    [Theory]
    [InlineData("{1},{0}")]
    [InlineData("{0}, {1}")]
    [InlineData(" {0} , {1} ")]
    [InlineData("{0},v0=abc,{1}")]
    public void IsQontoTimed_PartsWrittenOtherwise_IsTaken(string form)
    {
        string[] parts = Signer.QontoTimed(Secret, Body, Scheme.Time).Split(',');
        Assert.True(WebhookSignature.IsQontoTimed(Secret, Body, string.Format(form, parts[0], parts[1]), out _));
    }

    [Theory]
    [InlineData("{1}")]
    [InlineData("{0}")]
    [InlineData("{0};{1}")]
    [InlineData("t=now,{1}")]
    [InlineData("t=-1,{1}")]
    [InlineData("t=99999999999999999999,{1}")]
    [InlineData("t=253402300800,{1}")]
    [InlineData("t=1.5,{1}")]
    [InlineData("T=1705314600,{1}")]
    [InlineData(",,,")]
    [InlineData("=,=")]
    public void IsQontoTimed_PartMissingOrUnreadable_IsRefused(string form)
    {
        string[] parts = Signer.QontoTimed(Secret, Body, Scheme.Time).Split(',');
        Assert.False(WebhookSignature.IsQontoTimed(Secret, Body, string.Format(form, parts[0], parts[1]), out _));
    }

    [Fact]
    public void IsQontoTimed_SignatureOverTheBodyAlone_IsRefused()
        => Assert.False(WebhookSignature.IsQontoTimed(Secret, Body, $"t={Scheme.Time},v1={Signer.Qonto(Secret, Body)}", out _));

    [Theory]
    [InlineData("t=+{0}")]
    [InlineData("t=0{0}")]
    public void IsQontoTimed_SameTimeInOtherDigits_IsRefused(string form)
    {
        string signature = Signer.QontoTimed(Secret, Body, Scheme.Time);
        string other = string.Format(form, Scheme.Time) + signature[signature.IndexOf(',')..];
        Assert.False(WebhookSignature.IsQontoTimed(Secret, Body, other, out _));
    }
}
