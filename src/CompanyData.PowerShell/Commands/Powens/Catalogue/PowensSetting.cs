namespace CompanyData.Commands.Powens;

/// <summary>One parameter of the domain's configuration.</summary>
/// <param name="Name">Such as <c>biapi.redirect_uri</c>.</param>
/// <param name="Value">Text, number, true/false, or null.</param>
public sealed record PowensSetting(string Name, object? Value);
