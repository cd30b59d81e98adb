namespace CompanyData.Client.Tests.Support;

/// <summary>Tests of what the process allocates: what runs beside them would be counted too.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;
