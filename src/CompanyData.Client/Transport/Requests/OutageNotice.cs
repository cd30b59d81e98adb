namespace CompanyData.Transport;

/// <summary>That a service is down and requests wait for it, or that it is back. Each call that is held says so.</summary>
/// <param name="Id">Tells one outage from the next.</param>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="IsOver">It is back.</param>
/// <param name="Text">In words, sanitised.</param>
public sealed record OutageNotice(object Id, string Service, bool IsOver, string Text)
{
    private static readonly AsyncLocal<Action<OutageNotice>?> Listener = new();

    /// <summary>Receives the notices of all calls made from here on in this asynchronous flow.</summary>
    public static void Listen(Action<OutageNotice> listener) => Listener.Value = listener;

    public override string ToString() => Text;

    internal static void Publish(OutageNotice notice) => Listener.Value?.Invoke(notice);
}
