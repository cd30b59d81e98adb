namespace CompanyData.Transport;

/// <summary>Notice that a service is down and requests wait, or that it responds again. Sent once per waiting call.</summary>
/// <param name="Id">Identifies the outage; compared by reference.</param>
/// <param name="Service">Name of the service, such as <c>Qard</c>.</param>
/// <param name="IsOver">True if the service responds again.</param>
/// <param name="Text">The notice in words, redacted.</param>
public sealed record OutageNotice(object Id, string Service, bool IsOver, string Text)
{
    public override string ToString() => Text;
}
