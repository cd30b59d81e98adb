using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>The session's own connection to the network, over sockets on loopback.</summary>
public class NetworkTests
{
    private const string Profile = """{"name":"Example"}""";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Read_CompressedAnswer_IsUnpacked(string encoding)
    {
        using MemoryStream packed = new();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, true) : new GZipStream(packed, CompressionLevel.Fastest, true))
        {
            packer.Write(Encoding.UTF8.GetBytes(Profile));
        }

        using RawServer server = new(RawServer.Answer($"200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}", packed.ToArray()));
        using QardClient client = ClientOf(server.Address);
        Assert.Equal("Example", (await client.Account.GetProfileAsync(CancellationToken.None)).Name);
        Assert.Contains(encoding, server.Requests[0].Split("Accept-Encoding:")[1].Split('\n')[0]);
        Assert.Equal(Profile.Length, client.Usage.Bytes);
    }

    [Fact]
    public async Task Read_AnswerIsCutOff_IsRepeated()
    {
        using RawServer server = new(
            RawServer.Answer("200 OK\r\nContent-Length: 500", Profile),
            RawServer.Answer("200 OK\r\nTransfer-Encoding: chunked", "12\r\n{\"na"),
            RawServer.Answer("200 OK", Profile));
        using QardClient client = ClientOf(server.Address, maxRetries: 2);
        Assert.Equal("Example", (await client.Account.GetProfileAsync(CancellationToken.None)).Name);
        Assert.Equal(3, client.Usage.Requests);
    }

    [Fact]
    public async Task Read_RedirectedToAnotherOrigin_DoesNotTakeTheKeyAlong()
    {
        using RawServer other = new(RawServer.Answer("200 OK", Profile));
        using RawServer server = new(RawServer.Answer($"302 Found\r\nSet-Cookie: a=b\r\nLocation: {other.Address}/elsewhere", string.Empty));
        using QardClient client = ClientOf(server.Address);
        await client.Account.GetProfileAsync(CancellationToken.None);

        Assert.Contains(Wire.Key, server.Requests[0]);
        Assert.DoesNotContain(Wire.Key, other.Requests[0]);
        Assert.DoesNotContain("Cookie", other.Requests[0]);
    }

    /// <summary>A proxy that unpacks a body and leaves its header: the status counts, whatever the body.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task AnyCall_BodyIsNotInItsEncoding_IsJudgedByItsStatus(string encoding)
    {
        byte[] Lying(string status, string body) => RawServer.Answer($"{status}\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nRetry-After: 0", body);
        byte[] unavailable = Lying("503 Service Unavailable", "{\"message\":\"busy\"}");
        using (RawServer server = new(unavailable, Lying("429 Too Many Requests", "{}"), RawServer.Answer("200 OK", Profile)))
        using (QardClient client = ClientOf(server.Address, maxRetries: 2))
        {
            Assert.Equal("Example", (await client.Account.GetProfileAsync(CancellationToken.None)).Name);
        }

        foreach ((string status, ApiErrorKind kind) in new[] { ("404 Not Found", ApiErrorKind.NotFound), ("401 Unauthorized", ApiErrorKind.Unauthorized) })
        {
            using RawServer server = new(Lying(status, "{\"message\":\"no\"}"));
            using QardClient client = ClientOf(server.Address);
            Assert.Equal(kind, (await Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None))).Kind);
        }

        using RawServer refusing = new(Lying("422 Unprocessable", "{\"message\":\"no\"}"));
        using QardClient creating = ClientOf(refusing.Address);
        ApiException refused = await Assert.ThrowsAsync<ApiException>(() => creating.Users.CreateAsync(
            new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None));
        Assert.Equal((ApiErrorKind.Invalid, false), (refused.Kind, refused.OutcomeUnknown));

        using RawServer changing = new(Lying("200 OK", "{}"));
        using QardClient changer = ClientOf(changing.Address);
        await changer.Account.EnableProviderAsync("stripe", true, CancellationToken.None);
    }

    [Fact]
    public async Task Read_ErrorBodyNeverComes_IsJudgedByItsStatus()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Body(() => new PausingStream(wire.Clock, "{\"message\":\"no\"}", TimeSpan.FromHours(1)), status: 404));
        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailToReadAsync()).Kind);
    }

    [Fact]
    public async Task Create_NothingListens_HasNoEffectAndSaysWhatToCheck()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using QardClient client = ClientOf($"http://127.0.0.1:{port}");

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Users.CreateAsync(
            new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None));
        Assert.Equal(ApiErrorKind.Network, exception.Kind);
        Assert.False(exception.OutcomeUnknown);
        Assert.Contains("network", exception.Remedy);
    }

    [Fact]
    public async Task Save_FileIsCutOff_FailsAndLeavesNothing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("companydata-tests-");
        try
        {
            using RawServer server = new(RawServer.Answer("200 OK\r\nContent-Length: 500\r\nContent-Disposition: attachment; filename=\"a.pdf\"", "%PDF-"));
            using QardClient client = ClientOf(server.Address);
            using FileDownload file = await client.Files.OpenAsync("f", CancellationToken.None);
            Assert.Equal("a.pdf", file.SuggestedName);
            ApiException broken = await Assert.ThrowsAsync<ApiException>(
                () => file.SaveAsync(Path.Combine(folder.FullName, "a.pdf"), false, CancellationToken.None));
            Assert.Equal(ApiErrorKind.Network, broken.Kind);
            Assert.Contains("after 5 bytes", broken.Message);
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A VPN that drops a connection in silence is noticed, and one HTTP/2 connection is not all there is at a high -ThrottleLimit.</summary>
    [Fact]
    public void Handler_Http2_PingsAndOpensFurtherConnections()
    {
        using SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(HttpHandlers.Create(new("https://api.example.test")));
        Assert.InRange(handler.KeepAlivePingDelay + handler.KeepAlivePingTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
        Assert.Equal(HttpKeepAlivePingPolicy.WithActiveRequests, handler.KeepAlivePingPolicy);
        Assert.True(handler.EnableMultipleHttp2Connections);
    }

    private static QardClient ClientOf(string address, int maxRetries = 0) => new(
        new ServiceOptions { BaseUri = new(address), MaxRetries = maxRetries }, new Secret(Wire.Key));
}
