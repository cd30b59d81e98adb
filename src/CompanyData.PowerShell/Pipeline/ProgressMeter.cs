using System.Diagnostics;
using System.Management.Automation;

namespace CompanyData.Pipeline;

/// <summary>The progress display of one command: shown once it lasts longer than a second, a few times a second at most.</summary>
/// <param name="cmdlet">Whose.</param>
/// <param name="activity">Its name.</param>
/// <param name="describe">Puts in what the command knows better.</param>
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

    public void Update(IEnumerable<InputOutputBuffer> lanes, int running)
    {
        TimeSpan now = _clock.Elapsed;
        if (now < Quiet || now - _shown < Interval)
        {
            return;
        }

        _shown = now;
        string[] states = [.. lanes.Where(lane => !lane.IsDone).Select(lane => lane.Status).OfType<string>().Take(3)];
        ProgressRecord record = new(_id, activity, $"{_done} done, {running} under way, {_written} objects")
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
