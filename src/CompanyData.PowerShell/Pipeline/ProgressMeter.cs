using System.Diagnostics;
using System.Management.Automation;

namespace CompanyData.Pipeline;

/// <summary>Progress display of one command: shown after one second and updated at most five times a second.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="activity">Name of the activity.</param>
/// <param name="describe">Adds details of the command to a record, given the number of inputs in progress.</param>
internal sealed class ProgressMeter(Cmdlet cmdlet, string activity, Action<ProgressRecord, int> describe)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static int _lastId;

    private readonly int _id = Interlocked.Increment(ref _lastId);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _shown;
    private long _done;
    private long _written;

    public void CountDone() => _done++;

    public void CountWritten() => _written++;

    public void Update(IEnumerable<InputOutputBuffer> buffers, int running)
    {
        TimeSpan now = _clock.Elapsed;
        if (now < Quiet || now - _shown < Interval)
        {
            return;
        }

        _shown = now;
        string[] states = [.. buffers.Where(buffer => !buffer.IsDone).Select(buffer => buffer.Status).OfType<string>().Take(3)];
        ProgressRecord record = new(_id, activity, $"{_done} done, {running} in progress, {_written} objects")
        {
            CurrentOperation = string.Join(" · ", states),
        };
        describe(record, running);
        cmdlet.WriteProgress(record);
    }

    public void Complete()
    {
        if (_shown > TimeSpan.Zero)
        {
            cmdlet.WriteProgress(new ProgressRecord(_id, activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
