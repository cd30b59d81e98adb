using Polly;

namespace CompanyData.Transport;

internal sealed class RateGateOptions : ResilienceStrategyOptions;
