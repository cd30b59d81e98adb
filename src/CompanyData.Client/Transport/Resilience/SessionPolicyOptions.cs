using Polly;

namespace CompanyData.Transport;

/// <summary>Names a custom policy within the pipeline.</summary>
internal sealed class SessionPolicyOptions : ResilienceStrategyOptions;
