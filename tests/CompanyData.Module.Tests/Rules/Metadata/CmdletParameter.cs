namespace CompanyData.Module.Tests.Rules;

/// <summary>A parameter of a cmdlet, its own or inherited.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="IsPiped">Whether it takes a value from the pipeline, whole or by property name, in any parameter set.</param>
internal sealed record CmdletParameter(string Name, string Type, bool IsPiped = false);
