using System.Management.Automation;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Sandbox.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sandbox;

/// <summary>
/// Applies events to companies of the embedded sandbox, so that a review of changes can be rehearsed: later collections
/// show them. The same seed, siren and calls give the same data.
/// </summary>
[Cmdlet(VerbsCommon.Set, "CompanyDataSandboxCompany", SupportsShouldProcess = true, DefaultParameterSetName = "Age")]
[OutputType(typeof(SandboxCompany))]
public sealed class SetCompanyDataSandboxCompanyCommand : PSCmdlet
{
    private const string ErrorPrefix = "Sandbox";

    private SandboxHandler? _sandbox;

    /// <summary>The companies.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The companies.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RegistrationNumber", "CompanyNumber")]
    public string[] Siren { get; set; } = [];

    /// <summary>The events.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The events.", Position = 1, ParameterSetName = "Event")]
    [ValidateNotNullOrEmpty]
    public CompanyEvent[] Event { get; set; } = [];

    /// <summary>Number of events; which ones depends on the seed and the siren.</summary>
    [Parameter(ParameterSetName = "Age")]
    [ValidateRange(1, 1000)]
    public int Age { get; set; } = 1;

    /// <summary>The session to use instead of the default one.</summary>
    [Parameter]
    [ValidateNotNull]
    public QardSession? Session { get; set; }

    /// <summary>Emits the companies with all their events.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing()
    {
        NullArguments.Reject(this, "CompanyData");
        Session ??= (QardSession?)SessionStore.Current.Find(ServiceEntry.Qard);
        _sandbox = Session is { IsOpen: true } ? Session.Sandbox as SandboxHandler : null;
        if (_sandbox is null)
        {
            ArgumentException exception = new("There is no Qard session on the embedded sandbox. Open one with Connect-CompanyDataSandbox; on the sandbox server, POST to /sandbox/companies/{siren}.");
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, target: null));
        }
    }

    protected override void ProcessRecord()
    {
        foreach (string text in Siren)
        {
            if (SirenNumber.Explain(text ?? string.Empty) is { } problem)
            {
                WriteError(ErrorRecords.InvalidInput(new ArgumentException(problem), ErrorPrefix, text));
                continue;
            }

            string siren = SirenNumber.Normalize(text)!;
            string change = ParameterSetName == "Age" ? $"Apply {Age} change{(Age == 1 ? string.Empty : "s")} to {siren} in the sandbox" : $"Apply {string.Join(", ", Event)} to {siren} in the sandbox";
            if (ShouldProcess(change, $"{change}?", "Confirm"))
            {
                IReadOnlyList<CompanyEvent> history = ParameterSetName == "Age" ? _sandbox!.Age(siren, Age) : _sandbox!.Age(siren, Event);
                if (PassThru)
                {
                    WriteObject(new SandboxCompany { Siren = siren, Events = [.. history.Select(happened => happened.ToString())] });
                }
            }
        }
    }
}
