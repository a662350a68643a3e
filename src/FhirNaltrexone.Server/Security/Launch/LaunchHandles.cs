using System.Security.Cryptography;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>Contexts handed to apps at launch as an opaque text, which is good once and for a few minutes.</summary>
internal sealed class LaunchHandles(TimeProvider clock)
{
    private const int Bytes = 24;
    private const int Most = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (LaunchContext Context, DateTimeOffset Expires)> _handles = new(StringComparer.Ordinal);

    /// <summary>Keeps a context.</summary>
    /// <returns>The text of the parameter <c>launch</c>.</returns>
    public string Hand(LaunchContext context)
    {
        var handle = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var old in _handles.Where(one => one.Value.Expires <= now).Select(one => one.Key).ToList()) _handles.Remove(old);
            if (_handles.Count >= Most) _handles.Remove(_handles.MinBy(one => one.Value.Expires).Key);
            _handles[handle] = (context, now + Lifetime);
        }

        return handle;
    }

    /// <summary>Gives a context out.</summary>
    /// <returns>Null when the text is unknown, used or too old.</returns>
    public LaunchContext? Take(string handle)
    {
        lock (_lock) return _handles.Remove(handle, out var found) && found.Expires > clock.GetUtcNow() ? found.Context : null;
    }
}
