using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Support;

/// <summary>A download whose answer a test makes up.</summary>
internal static class Downloads
{
    public static FileDownload From(HttpResponseMessage response, long maxBytes = FileDownload.MaxBytes)
    {
        ServiceOptions options = new() { BaseUri = new("https://api.example.test/api/v6"), MaxRetries = 0 };
        return new(response, new ApiTransport(options, new QardDialect(new Secret(Wire.Key))), ApiRequest.Get("file/f", "read the file", "f"), maxBytes);
    }
}
