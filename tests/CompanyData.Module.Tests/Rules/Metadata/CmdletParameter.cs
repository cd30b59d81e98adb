namespace CompanyData.Module.Tests.Rules;

/// <summary>A parameter of a cmdlet, its own or inherited.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="IsPiped">Whether it takes a value from the pipeline, whole or by property name, in any parameter set.</param>
/// <param name="BindsByName">Whether it takes the column of a row.</param>
/// <param name="ReadsItself">Whether an attribute of the module's own reads its values.</param>
internal sealed record CmdletParameter(string Name, string Type, bool IsPiped = false, bool BindsByName = false, bool ReadsItself = false);
