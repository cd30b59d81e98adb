using System.Collections.Concurrent;

namespace CompanyData.Qard;

/// <summary>The companies of the users that a session has met, so that what it reads of a user names the company without another request.</summary>
internal sealed class KnownUsers
{
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (string? Siren, string? Name)> _companies = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public QardUser Remember(QardUser user)
    {
        if (user.Id is { } id && (user.Siren ?? user.Name) is not null)
        {
            if (_companies.TryAdd(id, (user.Siren, user.Name)))
            {
                _order.Enqueue(id);
                if (_order.Count > MaxRemembered && _order.TryDequeue(out string? oldest))
                {
                    _companies.TryRemove(oldest, out _);
                }
            }
            else
            {
                _companies[id] = (user.Siren, user.Name);
            }
        }

        return user;
    }

    public T Assign<T>(T item, string userId)
        where T : QardUserData
    {
        Assign([item], userId);
        return item;
    }

    public void Assign<T>(IReadOnlyList<T> items, string userId)
        where T : QardUserData
    {
        (string? siren, string? name) = _companies.TryGetValue(userId, out (string? Siren, string? Name) company) ? company : default;
        foreach (T item in items)
        {
            (item.UserId, item.CompanySiren, item.CompanyName) = (userId, siren, name);
        }
    }
}
