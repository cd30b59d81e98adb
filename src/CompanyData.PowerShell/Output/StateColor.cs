using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text.RegularExpressions;

namespace CompanyData.Output;

/// <summary>Colours states in the module's views, without changing the data.</summary>
public static class StateColor
{
    private static readonly (string Color, Regex States)[] Colors =
    [
        ("Red", Matching("error|fail|reject|refus|expired|wrong|disconnect|block|cancel|critical|^nok$|^bug$|^high$")),
        ("Yellow", Matching("pending|queued|fetching|connecting|required|partial|review|validating|needed|unavailable|limit|decoupled|attention|progress|^medium$")),
        ("Green", Matching("^(ok|success|complete|completed|connected|active|approved|finished|clear|low)$")),
    ];

    /// <summary>Adds the colour of a state; returns it unchanged if the host has no colours, output is redirected, or in Windows PowerShell.</summary>
    /// <param name="state">The state, such as <c>Partial</c>.</param>
    /// <param name="host">The session's <c>$Host</c>.</param>
    /// <param name="style">The session's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string? Paint(string? state, PSHost? host, object? style)
    {
        if (state is not { Length: > 0 } || style is null)
        {
            return state;
        }

        bool isShown = Read(style, "OutputRendering") is "Ansi"
            || (host?.UI is { } screen && LanguagePrimitives.IsTrue(PSObject.AsPSObject(screen).Properties["SupportsVirtualTerminal"]?.Value) && !Console.IsOutputRedirected);
        return isShown && Colors.FirstOrDefault(color => color.States.IsMatch(state)).Color is { } color
            ? $"{Read(PSObject.AsPSObject(style).Properties["Foreground"].Value, color)}{state}{Read(style, "Reset")}"
            : state;
    }

    private static Regex Matching(string states) => new(states, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string? Read(object from, string property) => PSObject.AsPSObject(from).Properties[property]?.Value?.ToString();
}
