using System.Management.Automation;

namespace CompanyData.Pipeline;

/// <summary>Writes to the streams of a cmdlet and to its progress display.</summary>
internal sealed class CmdletOutput(Cmdlet cmdlet, ProgressMeter progress) : IPumpOutput
{
    public void Write(object record)
    {
        if (record is StreamRecord line)
        {
            line.WriteTo(cmdlet);
            return;
        }

        progress.CountWritten();
        cmdlet.WriteObject(record);
    }

    public void WriteWarning(string text) => cmdlet.WriteWarning(text);

    public void CountDone() => progress.CountDone();

    public void ShowProgress(IEnumerable<InputOutputBuffer> buffers, int running) => progress.Update(buffers, running);
}
