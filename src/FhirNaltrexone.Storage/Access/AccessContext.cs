using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// One request: who asks, and what the store has shown them so far. Set by whoever lets a request in, and by background work for itself; without
/// one, a guarded store shows nothing.
/// </summary>
/// <param name="caller">Who asks.</param>
public sealed class AccessContext(Caller caller)
{
    private static readonly AsyncLocal<AccessContext?> Ambient = new();

    private readonly Lock _lock = new();
    private readonly List<ResourceVersion> _disclosed = [];
    private readonly SortedSet<string> _concerned = new(StringComparer.Ordinal);
    private readonly Dictionary<(ResourceKey Key, int Version), IReadOnlyList<ConsentedRecord>> _permitted = [];
    private readonly Dictionary<(string Record, string Patient), ConsentedRecord> _consented = [];

    /// <summary>The request under way; null outside of any.</summary>
    public static AccessContext? Current => Ambient.Value;

    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>Whether something was left out because of a consent, a label, or for want of one.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The user whom the request itself names, when it is not the caller's: for the record, nothing is granted for it. See <see cref="ForeignName"/>.</summary>
    public string? Named { get; private set; }

    /// <summary>Whether changes were made whose record was stored with them.</summary>
    public bool HasRecordedChange { get; private set; }

    /// <summary>Patients the request itself is about, by id; those of other servers as <see cref="ForeignName"/> has them.</summary>
    public IReadOnlyCollection<string> Concerned
    {
        get
        {
            lock (_lock) return [.. _concerned];
        }
    }

    /// <summary>The versions shown so far, each time anew.</summary>
    public IReadOnlyList<ResourceVersion> Disclosed
    {
        get
        {
            lock (_lock) return [.. _disclosed];
        }
    }

    /// <summary>What of all that was shown a consent had to permit; see <see cref="ConsentedRecord"/>. Each time anew.</summary>
    public IReadOnlyList<ConsentedRecord> Consented
    {
        get
        {
            lock (_lock) return [.. _consented.Values];
        }
    }

    /// <summary>Makes a request the one under way, until disposed.</summary>
    /// <param name="context">The request.</param>
    public static Scope Enter(AccessContext context)
    {
        var scope = new Scope(Ambient.Value);
        AccessTrace.Current?.Enter(context);
        Ambient.Value = context;
        return scope;
    }

    /// <summary>Acts for a caller, until disposed.</summary>
    /// <param name="caller">Who acts.</param>
    public static Scope Enter(Caller caller) => Enter(new AccessContext(caller));

    /// <summary>Notes what is shown.</summary>
    /// <param name="versions">Versions of resources.</param>
    public void Disclose(IEnumerable<ResourceVersion> versions)
    {
        lock (_lock)
        {
            foreach (var version in versions)
            {
                _disclosed.Add(version);
                if (_permitted.TryGetValue((version.Key, version.Version), out var records)) Add(records);
            }
        }
    }

    /// <summary>Notes what is shown of records that were changed in part. The record of the change tells of them; what a consent permits of them counts.</summary>
    /// <param name="versions">The versions before.</param>
    public void DisclosePatched(IEnumerable<ResourceVersion> versions)
    {
        lock (_lock)
        {
            foreach (var version in versions)
            {
                if (_permitted.TryGetValue((version.Key, version.Version), out var records)) Add(records);
            }
        }
    }

    /// <summary>Notes what is shown of records that the request itself brought along.</summary>
    /// <param name="records">Records that consents permit.</param>
    public void Disclose(IEnumerable<ConsentedRecord> records)
    {
        lock (_lock) Add(records);
    }

    /// <summary>Notes that consents permit a version. It counts when the version is shown: not all that is decided about is.</summary>
    /// <param name="version">A version that is no deletion.</param>
    /// <param name="records">What it is then, for each patient whose consent it is.</param>
    public void Permit(ResourceVersion version, IReadOnlyList<ConsentedRecord> records)
    {
        lock (_lock) _permitted[(version.Key, version.Version)] = records;
    }

    /// <summary>Gives what consents had to permit up to now, and begins anew: for long work that records what it gives out step by step.</summary>
    public IReadOnlyList<ConsentedRecord> TakeConsented()
    {
        lock (_lock)
        {
            IReadOnlyList<ConsentedRecord> taken = [.. _consented.Values];
            _consented.Clear();
            _permitted.Clear();
            return taken;
        }
    }

    /// <summary>Notes that the request is about a patient, whatever the store shows: a call that brings the data along.</summary>
    /// <param name="patient">Logical id, or the name of a patient elsewhere.</param>
    public void Concern(string patient)
    {
        lock (_lock) _concerned.Add(patient);
    }

    /// <summary>Notes whom the request names as its user.</summary>
    /// <param name="user">The name.</param>
    public void Name(string user) => Named = user;

    /// <summary>Notes that changes were made, and recorded with them.</summary>
    public void RecordedChange() => HasRecordedChange = true;

    /// <summary>Notes that something was left out.</summary>
    public void Withhold() => IsIncomplete = true;

    private void Add(IEnumerable<ConsentedRecord> records)
    {
        foreach (var record in records) _consented[(record.Record, record.Patient)] = record;
    }

    /// <summary>Ends the request and goes back to the one before.</summary>
    public readonly struct Scope : IDisposable, IEquatable<Scope>
    {
        private readonly AccessContext? _before;

        internal Scope(AccessContext? before) => _before = before;

        /// <inheritdoc/>
        public void Dispose() => Ambient.Value = _before;

        /// <inheritdoc/>
        public bool Equals(Scope other) => ReferenceEquals(_before, other._before);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Scope other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => _before?.GetHashCode() ?? 0;

        /// <summary>Same request before.</summary>
        public static bool operator ==(Scope left, Scope right) => left.Equals(right);

        /// <summary>Another request before.</summary>
        public static bool operator !=(Scope left, Scope right) => !left.Equals(right);
    }
}
