namespace CompanyData.Sandbox.Qonto;

/// <summary>One entry of <c>errors</c>, or of a flow's <c>breakdown</c>: both have a code, a detail and a source. [seed] [docs]</summary>
internal sealed class QontoError(string code, string detail, string? pointer = null, string? parameter = null)
{
    public string Code { get; } = code;

    public string Detail { get; } = detail;

    /// <summary>Where in the body, as a JSON pointer.</summary>
    public string? Pointer { get; } = pointer;

    /// <summary>Which parameter of the query.</summary>
    public string? Parameter { get; } = parameter;
}
