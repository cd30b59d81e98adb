using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Support;

/// <summary>Properties: an assertion that holds for whatever the generator makes.</summary>
internal static class Holds
{
    public static void ForAll<T>(Gen<T> gen, Action<T> assertion)
        => Check.QuickThrowOnFailure(Prop.ForAll(gen.ToArbitrary(), assertion));

    /// <summary>On a thread of its own, since FsCheck blocks it: a blocked thread of the pool would never be idle.</summary>
    public static Task ForAllAsync<T>(Gen<T> gen, Func<T, Task> assertion) => Task.Factory.StartNew(
        () => ForAll(gen, value => Task.Run(() => assertion(value)).GetAwaiter().GetResult()),
        CancellationToken.None,
        TaskCreationOptions.LongRunning | TaskCreationOptions.RunContinuationsAsynchronously,
        TaskScheduler.Default);

    public static Gen<string> Texts(string alphabet, int longest) =>
        from length in Gen.Choose(0, longest)
        from letters in Gen.ArrayOf(Gen.Elements(alphabet.ToCharArray()), length)
        select new string(letters);
}
