using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CompanyData.Module.Tests.Rules;

/// <summary>Reads the properties of every type of some assemblies from their metadata, inherited ones included.</summary>
internal sealed class PropertyReader
{
    private readonly TypeNames _names = new();
    private readonly Dictionary<string, string[]> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _bases = new(StringComparer.Ordinal);

    private PropertyReader()
    {
    }

    /// <summary>The names of a type's properties; empty where no assembly has such a type.</summary>
    public static ILookup<string, string> Read(params string[] assemblyPaths)
    {
        PropertyReader reader = new();
        foreach (string path in assemblyPaths)
        {
            using PEReader file = new(File.OpenRead(path));
            reader.ReadTypes(file.GetMetadataReader());
        }

        return reader._declared.Keys
            .SelectMany(type => reader.SelfAndBases(type).SelectMany(name => reader._declared[name]).Select(property => (type, property)))
            .ToLookup(pair => pair.type, pair => pair.property, StringComparer.Ordinal);
    }

    private void ReadTypes(MetadataReader metadata)
    {
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string name = _names.GetTypeFromDefinition(metadata, handle, 0);
            _declared[name] = [.. type.GetProperties().Select(property => metadata.GetString(metadata.GetPropertyDefinition(property).Name))];
            _bases[name] = type.BaseType.IsNil ? null : NameOf(metadata, type.BaseType);
        }
    }

    private string NameOf(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => _names.GetTypeFromDefinition(metadata, (TypeDefinitionHandle)type, 0),
        HandleKind.TypeReference => _names.GetTypeFromReference(metadata, (TypeReferenceHandle)type, 0),
        _ => _names.GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)type, 0).Split('<')[0],
    };

    private IEnumerable<string> SelfAndBases(string type)
    {
        for (string? name = type; name is not null && _declared.ContainsKey(name); name = _bases[name])
        {
            yield return name;
        }
    }
}
