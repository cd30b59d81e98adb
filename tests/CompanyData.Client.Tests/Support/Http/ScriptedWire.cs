using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Support;

/// <summary>A session whose wire is a script and whose clock stands still.</summary>
internal abstract class ScriptedWire<TClient, TSelf> : IDisposable
    where TClient : IDisposable
    where TSelf : ScriptedWire<TClient, TSelf>
{
    protected ScriptedWire(TimeProvider? time = null) => Handler = new(time ?? Clock);

    public VirtualTimeProvider Clock { get; } = new();

    public ScriptedHandler Handler { get; }

    public abstract TClient Client { get; }

    public IReadOnlyList<RecordedRequest> Requests => Handler.Requests;

    public TSelf Then(params ScriptedHandler.Reply[] replies)
    {
        Handler.Then(replies);
        return (TSelf)this;
    }

    public TSelf Always(ScriptedHandler.Reply reply)
    {
        Handler.Fallback = reply;
        return (TSelf)this;
    }

    public Task<T> RunAsync<T>(Func<TClient, Task<T>> work) => Clock.RunAsync(() => work(Client));

    public Task RunAsync(Func<TClient, Task> work) => Clock.RunAsync(() => work(Client));

    public Task<ApiException> FailAsync(Func<TClient, Task> work) => Assert.ThrowsAsync<ApiException>(() => RunAsync(work));

    public virtual void Dispose() => Client.Dispose();
}
