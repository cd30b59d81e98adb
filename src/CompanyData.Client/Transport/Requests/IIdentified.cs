namespace CompanyData.Transport;

/// <summary>What a create may return: something that the service has given an id.</summary>
internal interface IIdentified
{
    string? Id { get; }
}
