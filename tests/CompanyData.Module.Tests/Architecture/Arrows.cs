using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CompanyData.Module.Tests.Architecture;

/// <summary>Which folders of a project use types of which others, from the references in its built assembly.</summary>
internal static class Arrows
{
    /// <summary>The arrows between the folders directly under the project's own.</summary>
    /// <param name="assemblyPath">The built assembly.</param>
    /// <param name="folderOf">The folder of a type, by its full name; null for a type that no file declares.</param>
    public static ILookup<string, string> Read(string assemblyPath, Func<string, string?> folderOf)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assemblyPath);
        return module.GetTypes()
            .SelectMany(type => References(type).Where(used => used.Scope == module), (type, used) => (From: folderOf(Outermost(type).FullName), To: folderOf(Outermost(used).FullName)))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .Distinct()
            .ToLookup(arrow => arrow.From!, arrow => arrow.To!, StringComparer.Ordinal);
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> References(TypeDefinition type) => new[] { type.BaseType }
        .Concat(type.Interfaces.Select(implemented => implemented.InterfaceType))
        .Concat(Attributes(type))
        .Concat(type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)))
        .Concat(type.Properties.SelectMany(Attributes))
        .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
        .Concat(type.Methods.SelectMany(References))
        .SelectMany(Parts);

    private static IEnumerable<TypeReference> References(MethodDefinition method) => Attributes(method)
        .Append(method.ReturnType)
        .Concat(method.Parameters.Select(parameter => parameter.ParameterType))
        .Concat(method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
        .Concat(!method.HasBody ? [] : method.Body.Variables.Select(variable => variable.VariableType)
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(method.Body.Instructions.SelectMany(References)));

    private static IEnumerable<TypeReference> References(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => method.GenericArguments.Append(method.DeclaringType).Append(method.ReturnType),
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(
        attribute => attribute.ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument))
            .SelectMany(Values).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<object> Values(CustomAttributeArgument argument) => argument.Value switch
    {
        CustomAttributeArgument[] list => list.SelectMany(Values),
        CustomAttributeArgument boxed => Values(boxed),
        { } value => [value],
        _ => [],
    };

    /// <summary>A type with its element type and its type arguments, each by itself.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
