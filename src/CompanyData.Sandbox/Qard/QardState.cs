using System.Collections.Concurrent;
using System.Text;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard;

/// <summary>Everything that a Qard account holds.</summary>
internal sealed class QardState(SandboxOptions options)
{
    public SandboxOptions Options => options;

    public DateTimeOffset Now => options.Time.GetUtcNow();

    public QardUsers Users { get; } = new(options);

    /// <summary>The key of webhook signatures.</summary>
    public byte[] WebhookSecret { get; set; } = Encoding.UTF8.GetBytes(options.WebhookSecret);

    /// <summary>The address of each event type that has one.</summary>
    public ConcurrentDictionary<string, string> WebhookUrls { get; } = new(StringComparer.Ordinal);

    public CompanyHistory History { get; } = new(options);

    public IReadOnlyList<QardProvider> Providers { get; } = [.. ProviderTable.All.Select(row => new QardProvider(row))];

    /// <summary>How long a connection is CONNECTING after consent.</summary>
    public TimeSpan ConnectingDuration =>
        options.SyncDuration < QardDefaults.LongestConnecting ? options.SyncDuration : QardDefaults.LongestConnecting;

    public QardProvider FindProvider(string name) =>
        Providers.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.Ordinal))
        ?? throw ApiException.NotFound("Provider");

    /// <summary>Answers for the user that the path begins with, while nobody else touches that user.</summary>
    public HttpResponseMessage WithUser(SandboxCall call, Func<QardUser, HttpResponseMessage> answer)
    {
        var user = Users.Find(call.Values[0]);
        lock (user.Gate)
        {
            return answer(user);
        }
    }
}
