using Polly;

namespace CompanyData.Transport;

/// <summary>The name of a policy of our own within the pipeline.</summary>
internal sealed class SessionPolicyOptions : ResilienceStrategyOptions;
