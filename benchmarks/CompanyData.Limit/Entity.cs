namespace CompanyData.Limit;

/// <summary>What is looked at of users, connections, officers, owners and synchronisations while companies are collected.</summary>
internal sealed class Entity
{
    public string? Id { get; set; }

    public string? Status { get; set; }
}
