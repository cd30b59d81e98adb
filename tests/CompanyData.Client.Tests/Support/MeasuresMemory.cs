namespace CompanyData.Client.Tests.Support;

/// <summary>What the process takes.</summary>
internal static class MeasuresMemory
{
    /// <summary>Bytes that are in use, without what earlier tests have left to be finalised.</summary>
    public static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
