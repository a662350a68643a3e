using System.Security.Cryptography;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>
/// The keys of one issuer, fetched when they are needed: at most once in <see cref="Pause"/> whatever tokens ask for, one fetch at a time for all who
/// wait, and when a fetch fails the last good set for <see cref="LastGood"/>.
/// </summary>
internal sealed class CachedKeys
{
    /// <summary>Shortest time from one fetch to the next: strangers decide how often unknown keys are asked for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How long a set is used that cannot be fetched anew.</summary>
    public static readonly TimeSpan LastGood = TimeSpan.FromHours(1);

    /// <summary>How long a set is used without asking again, when its server does not say.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Func<Task<FetchedKeySet?>>? _fetch;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private volatile State? _state;
    private long? _tried;
    private Task? _running;

    /// <summary>Keys that are fetched.</summary>
    /// <param name="fetch">Fetches the set; null, and never an exception, when it cannot be had.</param>
    /// <param name="time">Measures time.</param>
    public CachedKeys(Func<Task<FetchedKeySet?>> fetch, TimeProvider time) => (_fetch, _time) = (fetch, time);

    private CachedKeys(KeySet set) => (_state, _time) = (new(set, [], 0, TimeSpan.MaxValue), TimeProvider.System);

    /// <summary>Keys that never change.</summary>
    public static CachedKeys Fixed(KeySet set) => new(set);

    /// <summary>The key with an id.</summary>
    /// <param name="id">Its id (<c>kid</c>).</param>
    /// <param name="cancellationToken">Gives up; a fetch goes on for the others.</param>
    /// <returns>Whether there is a set to look in, and the key, null when there is none or more than one.</returns>
    public ValueTask<(bool IsAvailable, VerificationKey? Key)> FindAsync(string id, CancellationToken cancellationToken)
    {
        var state = _state;
        if (_fetch is null || (state is not null && state.Set.Knows(id) && Age(state) < state.Fresh)) return new((true, state!.Set.Find(id)));
        return FetchAsync(id, cancellationToken);
    }

    private async ValueTask<(bool IsAvailable, VerificationKey? Key)> FetchAsync(string id, CancellationToken cancellationToken)
    {
        if (Start() is { } fetch) await fetch.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _state is { } state && Age(state) < LastGood ? (true, state.Set.Find(id)) : (false, null);
    }

    /// <summary>The fetch under way, or a new one; null when the last one was too short ago.</summary>
    private Task? Start()
    {
        lock (_lock)
        {
            if (_running is { IsCompleted: false }) return _running;
            if (_tried is { } tried && _time.GetElapsedTime(tried) < Pause) return null;
            _tried = _time.GetTimestamp();
            return _running = Task.Run(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        if (await _fetch!().ConfigureAwait(false) is not { } fetched) return;
        var hash = SHA256.HashData(fetched.Json);

        // The same text gives the same keys: what was made for them is kept.
        var set = _state is { } before && before.Hash.AsSpan().SequenceEqual(hash) ? before.Set : KeySetReader.Read(fetched.Json);
        if (set is not null) _state = new(set, hash, _time.GetTimestamp(), Clamp(fetched.MaxAge ?? Fresh));
    }

    private TimeSpan Age(State state) => _time.GetElapsedTime(state.Since);

    private static TimeSpan Clamp(TimeSpan age) => age < Pause ? Pause : age > LastGood ? LastGood : age;

    private sealed record State(KeySet Set, byte[] Hash, long Since, TimeSpan Fresh);
}
