using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Support;

/// <summary>Properties: an assertion that holds for whatever the generator makes.</summary>
internal static class Holds
{
    public static void ForAll<T>(Gen<T> gen, Action<T> assertion)
        => Check.QuickThrowOnFailure(Prop.ForAll(gen.ToArbitrary(), assertion));

    public static void ForAll<T>(Gen<T> gen, Func<T, Task> assertion)
        => ForAll(gen, value => Task.Run(() => assertion(value)).GetAwaiter().GetResult());

    public static Gen<string> Texts(string alphabet, int longest) =>
        from length in Gen.Choose(0, longest)
        from letters in Gen.ArrayOf(Gen.Elements(alphabet.ToCharArray()), length)
        select new string(letters);
}
