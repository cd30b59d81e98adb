using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>The rules that every cmdlet keeps to, each judged from the cmdlet's metadata alone.</summary>
internal static class CmdletRules
{
    private static readonly string[] Services = ["Qard", "GoCardless", "Powens", "Qonto", "Creditro"];
    private static readonly string[] Prefixes = [.. Services, "CompanyData", "CompanyDossier"];
    private static readonly string[] Changes =
        ["Add", "Disable", "Enable", "New", "Remove", "Reset", "Revoke", "Save", "Send", "Set", "Start", "Update"];

    // These write nothing, or what they changed with -PassThru. Any other cmdlet that writes nothing says so: typeof(void).
    private static readonly string[] Silent = ["Disable", "Disconnect", "Enable", "Remove", "Reset", "Revoke"];

    private static readonly Regex LooksSecret = new("ApiKey|Credential|Password|Secret|Token", RegexOptions.IgnoreCase);
    private static readonly string[] NotSecret = ["SecretName"];
    private static readonly string[] SecretTypes =
    [
        "System.Collections.Hashtable",
        "System.Collections.IDictionary",
        "System.Management.Automation.PSCredential",
        "System.Management.Automation.SwitchParameter",
        "System.Security.SecureString",
    ];

    // Whatever is in a cell converts to one of these.
    private static readonly string[] TakesAnything = ["System.Object", "System.Management.Automation.PSObject", "System.String[]"];

    public static readonly IReadOnlyList<Rule> All =
    [
        new("approved verb", c => ApprovedVerbs.All.Contains(c.Verb) ? null : $"{c.Verb} is no approved verb"),
        new("noun of a system", c => StartsWithAny(c, Prefixes) ? null : $"{c.Noun} starts with none of {string.Join(", ", Prefixes)}"),
        new("class name", c => c.ClassName == $"{c.Verb}{c.Noun}Command" ? null : $"the class is named {c.ClassName}"),
        new("public sealed class", c => c is { IsPublic: true, IsSealed: true } ? null : "the class is not public and sealed"),
        new("output type", OutputType),
        // Export-Csv writes nothing of a text but its length.
        new("no bare strings", c => c.OutputTypes.Contains("System.String") ? "emits bare strings" : null),
        new("should process", c => !IsChange(c) || c.SupportsShouldProcess ? null : "a change that does not support ShouldProcess"),
        new("removal asks", c => c.Verb != "Remove" || c.ConfirmImpactIsHigh ? null : "a removal whose ConfirmImpact is not High"),
        new("no plain secrets", NoPlainSecrets),
        new("session", c => !CallsService(c) || c.Has("Session") ? null : "calls a service and has no Session parameter"),
        new("throttle limit", ThrottleLimit),
        new("columns are read", ColumnsAreRead),
    ];

    private static bool StartsWithAny(Cmdlet cmdlet, string[] prefixes) =>
        prefixes.Any(prefix => cmdlet.Noun.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsChange(Cmdlet cmdlet) => Changes.Contains(cmdlet.Verb) && !OfflineCmdlets.Include(cmdlet);

    private static bool CallsService(Cmdlet cmdlet) =>
        StartsWithAny(cmdlet, Services) && cmdlet.Verb is not ("Connect" or "Disconnect") && !OfflineCmdlets.Include(cmdlet);

    private static string? OutputType(Cmdlet cmdlet)
    {
        bool mayBeSilent = Silent.Contains(cmdlet.Verb) && !cmdlet.Has("PassThru");
        return cmdlet.DeclaresOutputType || mayBeSilent ? null : "declares no OutputType";
    }

    private static string? NoPlainSecrets(Cmdlet cmdlet)
    {
        CmdletParameter? plain = cmdlet.Parameters.FirstOrDefault(
            p => LooksSecret.IsMatch(p.Name) && !NotSecret.Contains(p.Name) && !SecretTypes.Contains(p.Type));
        return plain is null ? null : $"{plain.Name} looks like a secret and is a {plain.Type}";
    }

    /// <summary>
    /// PowerShell leaves a column out in silence where it cannot convert it: a date, a flag or a number that binds by property name takes its
    /// value as it comes, or reads it itself.
    /// </summary>
    private static string? ColumnsAreRead(Cmdlet cmdlet)
    {
        CmdletParameter? lost = cmdlet.Parameters.FirstOrDefault(p => p.BindsByName && !p.ReadsItself && !TakesAnything.Contains(p.Type));
        return lost is null ? null : $"{lost.Name} binds by property name as a {lost.Type}, and a value that is none is lost in silence";
    }

    private static string? ThrottleLimit(Cmdlet cmdlet)
    {
        bool isPiped = cmdlet.Parameters.Any(p => p.IsPiped && p.Name != "Session");
        return !CallsService(cmdlet) || !isPiped || cmdlet.Has("ThrottleLimit") ? null : "takes pipeline input and has no ThrottleLimit";
    }
}
