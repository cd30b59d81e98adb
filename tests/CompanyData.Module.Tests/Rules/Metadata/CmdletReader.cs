using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CompanyData.Module.Tests.Rules;

/// <summary>Reads the cmdlets of an assembly from its metadata: nothing of it is loaded, so both variants can be read side by side.</summary>
internal sealed class CmdletReader
{
    private const string Automation = "System.Management.Automation.";
    private const int HighImpact = 3;

    private readonly MetadataReader _metadata;
    private readonly TypeNames _names = new();

    private CmdletReader(MetadataReader metadata) => _metadata = metadata;

    /// <summary>Reads every cmdlet of the assembly, ordered by name.</summary>
    public static IReadOnlyList<Cmdlet> Read(string assemblyPath)
    {
        using PEReader file = new(File.OpenRead(assemblyPath));
        CmdletReader reader = new(file.GetMetadataReader());
        return [.. reader._metadata.TypeDefinitions.SelectMany(reader.ReadType).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private IEnumerable<Cmdlet> ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        foreach (CustomAttributeValue<string> cmdlet in Attributes(type.GetCustomAttributes(), "CmdletAttribute"))
        {
            yield return new Cmdlet
            {
                ClassName = _metadata.GetString(type.Name),
                Verb = (string)cmdlet.FixedArguments[0].Value!,
                Noun = (string)cmdlet.FixedArguments[1].Value!,
                IsPublic = (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public,
                IsSealed = type.Attributes.HasFlag(TypeAttributes.Sealed),
                SupportsShouldProcess = Named(cmdlet, "SupportsShouldProcess") is true,
                ConfirmImpactIsHigh = Named(cmdlet, "ConfirmImpact") is HighImpact,
                DeclaresOutputType = Attributes(type.GetCustomAttributes(), "OutputTypeAttribute").Any(),
                OutputTypes = [.. Attributes(type.GetCustomAttributes(), "OutputTypeAttribute").SelectMany(output => output.FixedArguments).SelectMany(TypesOf)],
                Parameters = [.. SelfAndBases(type).SelectMany(t => t.GetProperties()).SelectMany(ReadProperty).OrderBy(p => p.Name, StringComparer.Ordinal)],
            };
        }
    }

    private IEnumerable<CmdletParameter> ReadProperty(PropertyDefinitionHandle handle)
    {
        PropertyDefinition property = _metadata.GetPropertyDefinition(handle);
        CustomAttributeValue<string>[] sets = [.. Attributes(property.GetCustomAttributes(), "ParameterAttribute")];
        if (sets.Length > 0)
        {
            yield return new CmdletParameter(
                _metadata.GetString(property.Name),
                property.DecodeSignature(_names, genericContext: null).ReturnType,
                sets.Any(set => Named(set, "ValueFromPipeline") is true || Named(set, "ValueFromPipelineByPropertyName") is true),
                sets.Any(set => Named(set, "ValueFromPipelineByPropertyName") is true),
                property.GetCustomAttributes().Any(IsTransformation));
        }
    }

    /// <summary>Whether an attribute is one of the assembly's own that transform arguments.</summary>
    private bool IsTransformation(CustomAttributeHandle handle)
    {
        EntityHandle constructor = _metadata.GetCustomAttribute(handle).Constructor;
        return constructor.Kind == HandleKind.MethodDefinition
            && _metadata.GetTypeDefinition(_metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).BaseType is { Kind: HandleKind.TypeReference } parent
            && _names.GetTypeFromReference(_metadata, (TypeReferenceHandle)parent, 0) == Automation + "ArgumentTransformationAttribute";
    }

    private IEnumerable<TypeDefinition> SelfAndBases(TypeDefinition type)
    {
        yield return type;
        while (DefinitionOf(type.BaseType) is { } handle)
        {
            type = _metadata.GetTypeDefinition(handle);
            yield return type;
        }
    }

    // A base class outside the assembly is PowerShell's own and declares no parameter.
    private TypeDefinitionHandle? DefinitionOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition when !handle.IsNil => (TypeDefinitionHandle)handle,
        HandleKind.TypeSpecification => DefinitionOf(GenericDefinition((TypeSpecificationHandle)handle)),
        _ => null,
    };

    private EntityHandle GenericDefinition(TypeSpecificationHandle handle)
    {
        BlobReader signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification(handle).Signature);
        signature.ReadSignatureTypeCode(); // a generic instance
        signature.ReadSignatureTypeCode(); // of a class
        return signature.ReadTypeHandle();
    }

    private IEnumerable<CustomAttributeValue<string>> Attributes(CustomAttributeHandleCollection handles, string name) =>
        from handle in handles
        let attribute = _metadata.GetCustomAttribute(handle)
        where attribute.Constructor.Kind == HandleKind.MemberReference
        let constructor = _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor)
        where constructor.Parent.Kind == HandleKind.TypeReference
            && _names.GetTypeFromReference(_metadata, (TypeReferenceHandle)constructor.Parent, 0) == Automation + name
        select attribute.DecodeValue(_names);

    // Without what follows a comma: the assembly of the type.
    private static IEnumerable<string> TypesOf(CustomAttributeTypedArgument<string> argument) => argument.Value switch
    {
        string type => [type.Split(',')[0]],
        ImmutableArray<CustomAttributeTypedArgument<string>> types => types.SelectMany(TypesOf),
        _ => [],
    };

    private static object? Named(CustomAttributeValue<string> attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Name == name).Value;
}
