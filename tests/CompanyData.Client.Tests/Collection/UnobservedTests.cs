using System.Runtime.CompilerServices;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

/// <summary>A host may end on a failure that nobody has looked at; all that a collection fails by stands in its dossiers, or ends it.</summary>
public class UnobservedTests
{
    [Fact]
    public async Task Collect_SomethingFails_LeavesNoFailureUnobserved() => AssertNone(await UnobservedAsync(CollectAsync), "COMPANY_OFFICER");

    [Fact]
    public async Task Journal_LineOfAnOutcomeIsLost_LeavesNoFailureUnobserved() => AssertNone(await UnobservedAsync(LoseLineAsync), "cannot be written");

    private static void AssertNone(List<string> unobserved, string text)
        => Assert.DoesNotContain(unobserved, exception => exception.Contains(text, StringComparison.Ordinal));

    private static async Task<List<string>> UnobservedAsync(Func<Task> work)
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
            await work();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Take;
        }

        return unobserved;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task CollectAsync()
    {
        using SandboxWorld world = new(maxRetries: 0);
        world.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(500));
        CompanyDossier dossier = await world.CollectAsync();
        Assert.Contains(dossier.Failures, failure => failure.Step == "COMPANY_OFFICER");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task LoseLineAsync()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has /dev/full.");
        JournalWriter writer = new(
            "run.jsonl", new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), new() { Step = JournalStep.Run });
        _ = writer.AppendAsync(new() { Step = JournalStep.Outcome });
        Assert.Throws<JournalException>(writer.Close);
        return Task.CompletedTask;
    }
}
