using CompanyData.Transport;

namespace CompanyData.Errors;

/// <summary>Warns once per command when a service is down and once when it responds again, for any number of waiting inputs.</summary>
/// <param name="warn">Writes a warning; thread-safe.</param>
internal sealed class OutageWarnings(Action<string> warn)
{
    private readonly object _lock = new();
    private OutageNotice? _last;

    public void OnNotice(OutageNotice notice)
    {
        lock (_lock)
        {
            bool isSame = ReferenceEquals(_last?.Id, notice.Id);
            if (notice.IsOver ? !isSame || _last!.IsOver : isSame)
            {
                return;
            }

            _last = notice;
        }

        warn(notice.Text);
    }
}
