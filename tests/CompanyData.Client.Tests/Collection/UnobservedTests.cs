using CompanyData.Client.Tests.Support;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

public class UnobservedTests
{
    /// <summary>A host may end on a failure that nobody has looked at; all that a collection fails by stands in its dossiers.</summary>
    [Fact]
    public async Task Collect_SomethingFails_LeavesNoFailureThatNobodyLookedAt()
    {
        List<string> unobserved = [];
        void Take(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            lock (unobserved)
            {
                unobserved.Add(arguments.Exception.ToString());
            }
        }

        TaskScheduler.UnobservedTaskException += Take;
        try
        {
            await CollectAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Take;
        }

        Assert.DoesNotContain(unobserved, exception => exception.Contains("COMPANY_OFFICER", StringComparison.Ordinal));
    }

    private static async Task CollectAsync()
    {
        using SandboxWorld world = new(maxRetries: 0);
        world.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(500));
        CompanyDossier dossier = await world.RunAsync(client => new CompanyCollector(client, new()).CollectAsync(new("123456789", "Example"), null, CancellationToken.None));
        Assert.Contains(dossier.Failures, failure => failure.Step == "COMPANY_OFFICER");
    }
}
