using CompanyData.Collection;

namespace CompanyData.Dossiers;

/// <summary>Requested data was not collected.</summary>
internal sealed class DataMissingRule : FindingRule
{
    public const string DataMissing = nameof(DataMissing);

    public override string Code => DataMissing;

    public override IEnumerable<DossierFinding> Find(FindingContext context) => context.Dossier.Failures.Select((failure, index) =>
    {
        string what = context.Wording.Label(failure.Step);
        Translation reason = context.Wording.Own(failure.Reason);
        Translation? remedy = failure.Remedy is null ? null : context.Wording.Own(failure.Remedy);
        return Create(
            context,
            context.Dossier.Status == DossierStatus.Failed ? SeverityLevel.Critical : SeverityLevel.Review,
            $"Failures[{index}]",
            context.Wording.Say($"Not collected: {what}: {reason.Text}", $"Non collecté : {what} : {reason.Text}"),
            failure.Step,
            remedy?.Text,
            Reference(failure, context.Wording),
            [reason.English, remedy?.English]);
    });

    private static string? Reference(DossierFailure failure, Wording wording)
        => string.Join(", ", new[] { failure.Code, failure.RequestId is null ? null : wording.Say($"request {failure.RequestId}", $"requête {failure.RequestId}") }.Where(part => part is not null)) is { Length: > 0 } reference ? reference : null;
}
