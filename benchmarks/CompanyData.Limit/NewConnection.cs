namespace CompanyData.Limit;

internal sealed record NewConnection(string ProviderName, string[] RequestedDataTypes);
