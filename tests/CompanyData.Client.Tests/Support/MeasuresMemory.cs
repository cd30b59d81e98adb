namespace CompanyData.Client.Tests.Support;

/// <summary>Tests of what the process takes: what runs beside them would be counted too.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory
{
    /// <summary>Bytes that are in use, without what earlier tests have left to be finalised.</summary>
    public static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
