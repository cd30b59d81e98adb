using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's data of any type; all fields that the service sends become properties.</summary>
[Cmdlet(VerbsCommon.Get, "QardData", DefaultParameterSetName = ById)]
[OutputType(typeof(QardUserData))]
public sealed class GetQardDataCommand : QardDataCommand
{
    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The id of the user.", Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [Alias("Id")]
    [UserId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public override string UserId { get; set; } = string.Empty;

    /// <summary>The data types to read, in order. First position, because users are usually piped.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The data types to read, in order.", Position = 0)]
    [ValidateNotNullOrEmpty]
    [DataTypes]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [];

    /// <summary>One tax return, VAT declaration or corporate tax return, with all its values.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TaxReturnId")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataItemCompleter))]
    public string? ItemId { get; set; }

    protected override async Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
    {
        string[] types = DataTypeNames.Normalize(DataType);
        DataTypeNames.WarnAboutUnknown(types, output.Warn);
        foreach (string type in types)
        {
            if (ItemId is not null)
            {
                await output.WriteAsync(await qard.Data.GetAsync(userId, type, ItemId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                continue;
            }

            await WriteAsync(qard, userId, type, qard.Data.ListAsync(userId, type, cancellationToken), output, cancellationToken).ConfigureAwait(false);
        }
    }
}
