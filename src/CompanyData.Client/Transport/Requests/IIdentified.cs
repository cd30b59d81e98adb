namespace CompanyData.Transport;

/// <summary>A resource with an id assigned by the service; the audit log records the id of a created resource.</summary>
internal interface IIdentified
{
    string? Id { get; }
}
