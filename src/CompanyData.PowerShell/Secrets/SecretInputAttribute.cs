using System.Management.Automation;

namespace CompanyData.Secrets;

/// <summary>Rejects plain text for a SecureString parameter with a message that shows how to convert it; PowerShell's own message only names the types.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretInputAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string
            ? inputData
            : throw new ArgumentTransformationMetadataException(
                "A secret must be a SecureString, so that it does not appear in the history or in logs. Use (Read-Host -AsSecureString), "
                + "or for text in a variable (ConvertTo-SecureString $text -AsPlainText -Force).");
}
