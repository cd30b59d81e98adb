namespace CompanyData.Transport;

/// <summary>Classification of a failed attempt.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Transient">Whether trying again may help.</param>
/// <param name="MayHaveTakenEffect">Whether the service may have carried out the request although it failed.</param>
internal readonly record struct FailureClassification(ApiErrorKind Kind, bool Transient, bool MayHaveTakenEffect)
{
    /// <summary>Whether the same request may be sent again without checking its outcome first.</summary>
    public bool AllowsRepeat(RequestSafety safety) => Transient && (safety != RequestSafety.Create || !MayHaveTakenEffect);
}
