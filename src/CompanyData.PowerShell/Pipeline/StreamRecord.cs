using System.Management.Automation;

namespace CompanyData.Pipeline;

/// <summary>A record for a stream other than output, written in order on the pipeline thread.</summary>
internal abstract class StreamRecord
{
    public abstract void WriteTo(Cmdlet cmdlet);

    public static StreamRecord Warning(string text) => new Line(cmdlet => cmdlet.WriteWarning(text));

    public static StreamRecord Verbose(string text) => new Line(cmdlet => cmdlet.WriteVerbose(text));

    public static StreamRecord Debug(string text) => new Line(cmdlet => cmdlet.WriteDebug(text));

    public static StreamRecord Error(ErrorRecord record, bool isTerminating) => new Line(cmdlet =>
    {
        if (isTerminating)
        {
            cmdlet.ThrowTerminatingError(record);
        }

        cmdlet.WriteError(record);
    });

    /// <summary>An action to run after everything before it was written.</summary>
    public static StreamRecord Then(Action action) => new Line(_ => action());

    private sealed class Line(Action<Cmdlet> write) : StreamRecord
    {
        public override void WriteTo(Cmdlet cmdlet) => write(cmdlet);
    }
}
