namespace CompanyData.Transport;

/// <summary>That a service is down and requests wait for it, or that it is back. Each call that is held says so.</summary>
/// <param name="Id">Tells one outage from the next.</param>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="IsOver">It is back.</param>
/// <param name="Text">In words, sanitised.</param>
public sealed record OutageNotice(object Id, string Service, bool IsOver, string Text)
{
    public override string ToString() => Text;
}
