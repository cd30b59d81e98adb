using System.Text;
using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>
/// Ends of synchronisations as a webhook receiver reports them: a file of JSON lines to which it appends each event, with the fields
/// <c>eventType</c> and <c>userId</c> of the call. What the file holds at first is of earlier synchronisations. A line that is not such an event is ignored.
/// </summary>
public sealed class QardSyncEvents : IDisposable
{
    private const string Prefix = "DATA_SYNC_";
    private static readonly string[] InFlight = ["DATA_SYNC_QUEUED", "DATA_SYNC_FETCHING"];
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly object _lock = new();
    private readonly Dictionary<string, List<SyncEventTrigger>> _triggers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Events, TimeSpan Longest)> _kinds = new(StringComparer.Ordinal);
    private readonly ITimer _timer;
    private readonly StringBuilder _line = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private long _position;

    /// <param name="path">The file; it may appear later.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public QardSyncEvents(string path, TimeProvider time)
    {
        _path = path;
        if (File.Exists(path))
        {
            using FileStream file = Open();
            _position = file.Length;
        }

        _timer = time.CreateTimer(static events => ((QardSyncEvents)events!).ReadNew(), this, Interval, Interval);
    }

    /// <summary>Whether any event has come, so that others can be expected.</summary>
    internal bool HasReceived { get; private set; }

    public void Dispose() => _timer.Dispose();

    /// <summary>Begins to count the events of a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="kind">What synchronisations with the same number of events have in common.</param>
    internal SyncEventTrigger Subscribe(string userId, string kind)
    {
        SyncEventTrigger trigger = new(this, userId, kind);
        lock (_lock)
        {
            if (!_triggers.TryGetValue(userId, out List<SyncEventTrigger>? triggers))
            {
                _triggers.Add(userId, triggers = []);
            }

            triggers.Add(trigger);
        }

        return trigger;
    }

    internal void Unsubscribe(SyncEventTrigger trigger)
    {
        lock (_lock)
        {
            if (_triggers.TryGetValue(trigger.UserId, out List<SyncEventTrigger>? triggers) && triggers.Remove(trigger) && triggers.Count == 0)
            {
                _triggers.Remove(trigger.UserId);
            }
        }
    }

    /// <summary>Number of events that a synchronisation of the kind has; null until one was seen to end.</summary>
    internal int? EventsOf(string kind)
    {
        lock (_lock)
        {
            return _kinds.TryGetValue(kind, out (int Events, TimeSpan) known) ? known.Events : null;
        }
    }

    /// <summary>The longest time after which a synchronisation of the kind was seen to have ended; zero until one was.</summary>
    internal TimeSpan LongestOf(string kind)
    {
        lock (_lock)
        {
            return _kinds.TryGetValue(kind, out (int, TimeSpan Longest) known) ? known.Longest : TimeSpan.Zero;
        }
    }

    /// <summary>Takes a synchronisation that has ended into account.</summary>
    internal void Learn(string kind, int events, TimeSpan elapsed)
    {
        lock (_lock)
        {
            TimeSpan longest = LongestOf(kind);
            _kinds[kind] = (events, elapsed > longest ? elapsed : longest);
        }
    }

    private FileStream Open() => new(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private void ReadNew()
    {
        lock (_line)
        {
            try
            {
                if (!File.Exists(_path))
                {
                    return;
                }

                using FileStream file = Open();
                if (file.Length < _position)
                {
                    // The receiver has begun a new file.
                    (_position, _line.Length) = (0, 0);
                }

                file.Position = _position;
                byte[] bytes = new byte[Math.Min(file.Length - _position, 1024 * 1024)];
                int read = bytes.Length == 0 ? 0 : file.Read(bytes, 0, bytes.Length);
                _position += read;
                char[] text = new char[_decoder.GetCharCount(bytes, 0, read)];
                _decoder.GetChars(bytes, 0, read, text, 0);
                foreach (char character in text)
                {
                    if (character == '\n')
                    {
                        Take(_line.ToString());
                        _line.Length = 0;
                    }
                    else
                    {
                        _line.Append(character);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Read again at the next interval; until then the safety polls find the end.
            }
        }
    }

    private void Take(string line)
    {
        if (ReadUser(line) is not { } user)
        {
            return;
        }

        SyncEventTrigger[] triggers;
        lock (_lock)
        {
            HasReceived = true;
            triggers = _triggers.TryGetValue(user, out List<SyncEventTrigger>? found) ? [.. found] : [];
        }

        foreach (SyncEventTrigger trigger in triggers)
        {
            trigger.Count();
        }
    }

    /// <returns>The user whose synchronisation has ended in part; null where the line says something else.</returns>
    private static string? ReadUser(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string? type = null, user = null;
            foreach (JsonProperty property in json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String))
            {
                type = string.Equals(property.Name, "eventType", StringComparison.OrdinalIgnoreCase) ? property.Value.GetString() : type;
                user = string.Equals(property.Name, "userId", StringComparison.OrdinalIgnoreCase) ? property.Value.GetString() : user;
            }

            return type?.StartsWith(Prefix, StringComparison.Ordinal) == true && !InFlight.Contains(type, StringComparer.Ordinal) ? user : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
