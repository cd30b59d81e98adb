namespace CompanyData.Client.Tests.Support;

/// <summary>What the process takes.</summary>
internal static class MeasuresMemory
{
    /// <summary>
    /// Bytes in use. Earlier tests leave objects that only later collections free, so this collects until the figure stays. The
    /// difference of two figures can still be negative: compare it with an upper bound only.
    /// </summary>
    public static long Live()
    {
        for (long last = long.MaxValue; ;)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            long live = GC.GetTotalMemory(forceFullCollection: true);
            if (last - live < 64 * 1024)
            {
                return live;
            }

            last = live;
        }
    }
}
