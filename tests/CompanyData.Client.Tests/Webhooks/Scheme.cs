using CompanyData.Webhooks;

namespace CompanyData.Client.Tests.Webhooks;

/// <summary>One of the four ways to sign, over bytes; the URL of Qard is text in its place.</summary>
internal sealed record Scheme(string Name, Func<byte[], byte[], string> Sign, Func<byte[], byte[], string, bool> Check, bool TakesAnyCase)
{
    public const string Path = "/webhooks/powens";
    public const string Date = "2024-01-15T10:30:00Z";
    public const long Time = 1705314600;

    public static IReadOnlyList<Scheme> All { get; } =
    [
        new(
            "Qard",
            (secret, data) => Signer.Qard(secret, Url(data)),
            (secret, data, signature) => WebhookSignature.IsQard(secret, Url(data), signature),
            TakesAnyCase: false),
        new("Qonto", Signer.Qonto, WebhookSignature.IsQonto, TakesAnyCase: true),
        new(
            "Qonto business",
            (secret, data) => Signer.QontoTimed(secret, data, Time),
            (secret, data, signature) => WebhookSignature.IsQontoTimed(secret, data, signature, out _),
            TakesAnyCase: true),
        new(
            "Powens",
            (secret, data) => Signer.Powens(secret, Path, Date, data),
            (secret, data, signature) => WebhookSignature.IsPowens(secret, Path, Date, data, signature),
            TakesAnyCase: false),
    ];

    public static Scheme From(string name) => All.Single(scheme => scheme.Name == name);

    /// <summary>The bytes as a query: every byte shows in it.</summary>
    private static string Url(byte[] data) => $"https://partner.example.test/hook?data={Convert.ToHexString(data)}&eventType=DATA_SYNC_SUCCESS";
}
