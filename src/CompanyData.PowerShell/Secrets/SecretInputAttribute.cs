using System.Management.Automation;

namespace CompanyData.Secrets;

/// <summary>A secret as SecureString. Plain text is refused with the way to make one of it; PowerShell by itself names types only.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretInputAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string
            ? inputData
            : throw new ArgumentTransformationMetadataException(
                "A secret is a SecureString, so that it is kept out of the history and of logs. Give (Read-Host -AsSecureString), "
                + "or for text in a variable (ConvertTo-SecureString $text -AsPlainText -Force).");
}
