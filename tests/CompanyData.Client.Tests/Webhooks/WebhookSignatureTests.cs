using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Webhooks;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Webhooks;

public class WebhookSignatureTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("secret-of-a-test");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"event":"registrations.completed","name":"Société d’exemple"}""");

    private static Gen<byte[]> Secrets => Bytes(1, 100);

    private static Gen<byte[]> Bodies => Bytes(0, 200);

    public static TheoryData<string> Names => [.. Scheme.All.Select(scheme => scheme.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AnyBodyAndSecret_RoundTrips(string name)
    {
        Scheme scheme = Scheme.From(name);
        Holds.ForAll(
            from secret in Secrets from body in Bodies select (secret, body),
            pair => Assert.True(scheme.Check(pair.secret, pair.body, scheme.Sign(pair.secret, pair.body))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AnyFlippedBitOfTheBody_IsRefused(string name)
    {
        Scheme scheme = Scheme.From(name);
        Holds.ForAll(
            from secret in Secrets from body in Bytes(1, 200) from at in Gen.Choose(0, body.Length - 1) from bit in Gen.Choose(0, 7) select (secret, body, at, bit),
            data =>
            {
                string signature = scheme.Sign(data.secret, data.body);
                Assert.False(scheme.Check(data.secret, Flip(data.body, data.at, data.bit), signature));
            });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AnyFlippedBitOfTheSecret_IsRefused(string name)
    {
        Scheme scheme = Scheme.From(name);
        Holds.ForAll(
            from secret in Bytes(1, 64) from body in Bodies from at in Gen.Choose(0, secret.Length - 1) from bit in Gen.Choose(0, 7) select (secret, body, at, bit),
            data => Assert.False(scheme.Check(Flip(data.secret, data.at, data.bit), data.body, scheme.Sign(data.secret, data.body))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AnyOtherCharacterInTheSignature_IsRefused(string name)
    {
        Scheme scheme = Scheme.From(name);
        string signature = scheme.Sign(Secret, Body);
        Holds.ForAll(
            from at in Gen.Choose(0, signature.Length - 1) from other in Gen.Elements("0123456789abcdefghijXYZ+/=,;. ".ToCharArray()) select (at, other),
            change =>
            {
                string changed = signature[..change.at] + change.other + signature[(change.at + 1)..];
                Assert.Equal(changed == signature, scheme.Check(Secret, Body, changed));
            });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AnyTruncatedSignature_IsRefused(string name)
    {
        Scheme scheme = Scheme.From(name);
        string signature = scheme.Sign(Secret, Body);
        Assert.All(Enumerable.Range(0, signature.Length), length => Assert.False(scheme.Check(Secret, Body, signature[..length])));
        Assert.All(Enumerable.Range(1, signature.Length - 1), start => Assert.False(scheme.Check(Secret, Body, signature[start..])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_LongerSignature_IsRefused(string name)
    {
        Scheme scheme = Scheme.From(name);
        string signature = scheme.Sign(Secret, Body);
        Assert.All((string[])["0", "=", "\0", "é"], more => Assert.False(scheme.Check(Secret, Body, signature + more)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_EmptyOrWhiteSpace_IsRefused(string name)
        => Assert.All((string[])[string.Empty, " ", "\t\r\n", "sha256=", "t=,v1=", "t=1705314600,v1="], signature => Assert.False(Scheme.From(name).Check(Secret, Body, signature)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_WhiteSpaceAfterIt_IsTaken(string name)
        => Assert.True(Scheme.From(name).Check(Secret, Body, Scheme.From(name).Sign(Secret, Body) + " \r\n"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OtherCase_IsTakenForHexAlone(string name)
    {
        Scheme scheme = Scheme.From(name);
        string signature = scheme.Sign(Secret, Body);
        int start = signature.LastIndexOf("v1=", StringComparison.Ordinal) is >= 0 and int at ? at + 3
            : signature.StartsWith("sha256=", StringComparison.Ordinal) ? 7 : 0;
        Assert.Equal(scheme.TakesAnyCase, scheme.Check(Secret, Body, signature[..start] + signature[start..].ToUpperInvariant()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_SignatureOfAnotherScheme_IsRefused(string name)
        => Assert.All(
            Scheme.All.Where(other => other.Name != name),
            other => Assert.False(Scheme.From(name).Check(Secret, Body, other.Sign(Secret, Body))));

    [Fact]
    public void IsQard_KnownVector_IsTaken()
    {
        // RFC 4231, test case 2, whose data stands in for the URL.
        string signature = "sha256=" + Convert.ToBase64String(Convert.FromHexString("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        Assert.True(WebhookSignature.IsQard("Jefe"u8.ToArray(), "what do ya want for nothing?", signature));
    }

    [Fact]
    public void IsQonto_KnownVector_IsTaken() => Assert.True(WebhookSignature.IsQonto(
        "Jefe"u8.ToArray(), "what do ya want for nothing?"u8.ToArray(), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));

    [Theory]
    [InlineData("https://partner.example.test/hook?eventType=A&resourceId=1", "https://partner.example.test/hook?resourceId=1&eventType=A")]
    [InlineData("https://partner.example.test/hook?a=1", "https://partner.example.test/hook")]
    [InlineData("https://partner.example.test/hook?a=%20", "https://partner.example.test/hook?a=+")]
    [InlineData("https://partner.example.test/hook?a=1", "http://partner.example.test/hook?a=1")]
    [InlineData("https://partner.example.test/hook?a=1", "https://partner.example.test/hook?a=1&")]
    public void IsQard_UrlWrittenOtherwise_IsRefused(string signed, string received)
        => Assert.False(WebhookSignature.IsQard(Secret, received, Signer.Qard(Secret, signed)));

    [Theory]
    [InlineData("")]
    [InlineData("SHA256=")]
    [InlineData("sha1=")]
    [InlineData(" sha256=")]
    public void IsQard_OtherPrefix_IsRefused(string prefix)
    {
        const string Url = "https://partner.example.test/hook";
        Assert.False(WebhookSignature.IsQard(Secret, Url, prefix + Signer.Qard(Secret, Url)["sha256=".Length..]));
    }

    [Fact]
    public void IsPowens_OtherPathOrDate_IsRefused()
    {
        string signature = Signer.Powens(Secret, Scheme.Path, Scheme.Date, Body);
        Assert.True(WebhookSignature.IsPowens(Secret, Scheme.Path, Scheme.Date, Body, signature));
        Assert.False(WebhookSignature.IsPowens(Secret, Scheme.Path + "/", Scheme.Date, Body, signature));
        Assert.False(WebhookSignature.IsPowens(Secret, Scheme.Path, "2024-01-15T10:30:01Z", Body, signature));
    }

    private static byte[] Flip(byte[] bytes, int at, int bit)
    {
        byte[] copy = [.. bytes];
        copy[at] ^= (byte)(1 << bit);
        return copy;
    }

    private static Gen<byte[]> Bytes(int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from bytes in Gen.ArrayOf(Gen.Choose(0, 255), length)
        select bytes.Select(value => (byte)value).ToArray();
}
