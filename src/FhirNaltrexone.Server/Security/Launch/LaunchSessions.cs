using System.Security.Cryptography;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>
/// What was granted and is still good. Each code and each refresh token carries the step of its session; using it makes the next step, so that
/// one that is used again is noticed, and ends the session with all its tokens (OAuth 2.0 Security Best Current Practice, RFC 9700, 2.1.1 and 4.14).
/// </summary>
internal sealed class LaunchSessions(TimeProvider clock)
{
    private const int Bytes = 16;
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Step, DateTimeOffset Expires)> _sessions = new(StringComparer.Ordinal);

    /// <summary>How long a session lasts, and with it its refresh tokens.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(12);

    /// <summary>Begins a session at step 0.</summary>
    /// <returns>Its id.</returns>
    public string Begin()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var old in _sessions.Where(one => one.Value.Expires <= now).Select(one => one.Key).ToList()) _sessions.Remove(old);
            if (_sessions.Count >= Most) _sessions.Remove(_sessions.MinBy(one => one.Value.Expires).Key);
            _sessions[id] = (0, now + Lifetime);
        }

        return id;
    }

    /// <summary>Makes the next step; a step made before ends the session.</summary>
    /// <param name="id">The session.</param>
    /// <param name="step">The step that the code or refresh token carries.</param>
    /// <returns>The next step; null when there is none.</returns>
    public int? Advance(string id, int step)
    {
        lock (_lock)
        {
            if (!_sessions.TryGetValue(id, out var session) || session.Expires <= clock.GetUtcNow() || session.Step != step)
            {
                _sessions.Remove(id);
                return null;
            }

            _sessions[id] = session with { Step = step + 1 };
            return step + 1;
        }
    }

    /// <summary>Whether tokens of the session are good.</summary>
    public bool IsAlive(string? id)
    {
        lock (_lock) return id is not null && _sessions.TryGetValue(id, out var session) && session.Expires > clock.GetUtcNow();
    }

    /// <summary>Ends a session.</summary>
    public void End(string id)
    {
        lock (_lock) _sessions.Remove(id);
    }
}
