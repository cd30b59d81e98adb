using System.Collections;
using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Parameters;

/// <summary>A dossier, or several. A copy that Export-Clixml or a job made has only the words of its parts: most facts would be missing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DossierAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            CompanyDossier dossier => dossier,
            IEnumerable list and not (string or IDictionary) => list.Cast<object?>().Select(item => (CompanyDossier)Transform(engineIntrinsics, item)!).ToArray(),
            _ => throw new ArgumentTransformationMetadataException(
                inputData is not null && new PSObject(inputData).TypeNames.Any(name => name.EndsWith(typeof(CompanyDossier).FullName!, StringComparison.Ordinal))
                    ? "This dossier was read back from a file or a job and is only a copy. Use what Invoke-QardCollection emits; to keep it, use Export-CompanyDossier -Format Json and Import-CompanyDossier."
                    : $"A {value?.GetType().Name ?? "null"} is not a dossier. Pipe in what Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier emits."),
        };
    }
}
