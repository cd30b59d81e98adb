namespace CompanyData.Commands.Powens;

/// <summary>One parameter of the domain's configuration.</summary>
/// <param name="Name">Name of the parameter, such as <c>biapi.redirect_uri</c>.</param>
/// <param name="Value">Text, a number, true, false or null.</param>
public sealed record PowensSetting(string Name, object? Value);
