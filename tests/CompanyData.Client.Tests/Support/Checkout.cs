namespace CompanyData.Client.Tests.Support;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
        => folder is null ? throw new InvalidOperationException($"No Module.sln above {AppContext.BaseDirectory}.")
            : File.Exists(Path.Combine(folder.FullName, "Module.sln")) ? folder.FullName : Find(folder.Parent);
}
