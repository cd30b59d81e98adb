using CompanyData.Transport;

namespace CompanyData.Errors;

/// <summary>One warning a command when a service is down, and one when it is back, however many of its inputs wait for it.</summary>
/// <param name="warn">Writes it, from any thread.</param>
internal sealed class OutageWarnings(Action<string> warn)
{
    private readonly object _lock = new();
    private OutageNotice? _told;

    public void OnNotice(OutageNotice notice)
    {
        lock (_lock)
        {
            bool isSame = ReferenceEquals(_told?.Id, notice.Id);
            if (notice.IsOver ? !isSame || _told!.IsOver : isSame)
            {
                return;
            }

            _told = notice;
        }

        warn(notice.Text);
    }
}
