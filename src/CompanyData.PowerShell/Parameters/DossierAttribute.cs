using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Parameters;

/// <summary>A dossier itself. One that was read back from a file has only the words of its parts, and would make a page without most facts.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DossierAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is CompanyDossier ? value : throw new ArgumentTransformationMetadataException(
            new PSObject(inputData).TypeNames.Any(name => name.EndsWith(typeof(CompanyDossier).FullName!, StringComparison.Ordinal))
                ? "This dossier was read back from a file or a job and is only a copy. Export it where Invoke-QardCollection emits it."
                : $"A {value?.GetType().Name ?? "null"} is no dossier. Pipe in what Invoke-QardCollection emits.");
    }
}
