namespace CompanyData.Sandbox.Http;

/// <summary>The last requests, in a bounded queue.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;
    private readonly Queue<SandboxRequest> _requests = new();

    public void Add(SandboxRequest request)
    {
        lock (_requests)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_requests)
        {
            return _requests.ToArray();
        }
    }
}
