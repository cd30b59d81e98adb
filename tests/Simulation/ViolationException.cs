namespace CompanyData.Simulation;

/// <summary>A world in which something that has to hold does not.</summary>
internal sealed class ViolationException : Exception
{
    /// <param name="rule">What has to hold.</param>
    /// <param name="what">What happened.</param>
    public ViolationException(string rule, string what)
        : base($"{rule}: {what}") => Rule = rule;

    /// <param name="inner">One that was found on another thread.</param>
    public ViolationException(ViolationException inner)
        : base(inner.Message, inner) => Rule = inner.Rule;

    public string Rule { get; }
}
