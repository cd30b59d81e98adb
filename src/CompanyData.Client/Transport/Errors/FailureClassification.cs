namespace CompanyData.Transport;

/// <summary>How one failed attempt is judged.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Transient">Trying again may help.</param>
/// <param name="MayHaveTakenEffect">The request may have been carried out although it failed.</param>
internal readonly record struct FailureClassification(ApiErrorKind Kind, bool Transient, bool MayHaveTakenEffect)
{
    /// <summary>Whether the same request may be sent again without looking first.</summary>
    public bool AllowsRepeat(RequestSafety safety) => Transient && (safety != RequestSafety.Create || !MayHaveTakenEffect);
}
