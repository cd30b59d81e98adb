using System.Collections;
using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Parameters;

/// <summary>Accepts dossiers. Rejects deserialized copies from Import-Clixml or a job, which have lost most of their data.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DossierAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes one dossier.</summary>
    public bool IsSingle { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            CompanyDossier dossier => dossier,
            IEnumerable list and not (string or IDictionary) when IsSingle => list.Cast<object?>().Take(2).ToArray() is [var only]
                ? Transform(engineIntrinsics, only)
                : throw new ArgumentTransformationMetadataException("The command takes one dossier at a time. Pipe several in, such as: $dossiers | Export-CompanyDossier dossiers"),
            IEnumerable list and not (string or IDictionary) => list.Cast<object?>().Select(item => (CompanyDossier)Transform(engineIntrinsics, item)!).ToArray(),
            _ => throw new ArgumentTransformationMetadataException(
                inputData is not null && new PSObject(inputData).TypeNames.Any(name => name.EndsWith(typeof(CompanyDossier).FullName!, StringComparison.Ordinal))
                    ? "This dossier comes from a file or a job and is an incomplete copy. Use the output of Invoke-QardCollection; to save it, use Export-CompanyDossier -Format Json and Import-CompanyDossier."
                    : $"A {value?.GetType().Name ?? "null"} is not a dossier. Use the output of Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier."),
        };
    }
}
