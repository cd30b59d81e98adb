namespace CompanyData.Limit;

/// <summary>The fields of a user that the module reads too.</summary>
internal sealed class User
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Siren { get; set; }

    public string? Type { get; set; }

    public string? Group { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public DateTime? CreatedAt { get; set; }

    public string? RedirectUrl { get; set; }
}
