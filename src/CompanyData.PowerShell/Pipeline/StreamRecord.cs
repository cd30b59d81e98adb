using System.Management.Automation;

namespace CompanyData.Pipeline;

/// <summary>Something for another stream than output, written when its turn comes on the pipeline thread.</summary>
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

    /// <summary>Something to be done once all that came before has been written.</summary>
    public static StreamRecord Then(Action action) => new Line(_ => action());

    private sealed class Line(Action<Cmdlet> write) : StreamRecord
    {
        public override void WriteTo(Cmdlet cmdlet) => write(cmdlet);
    }
}
