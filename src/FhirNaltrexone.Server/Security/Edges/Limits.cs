using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>
/// Counts requests: of each client that is known, of each address while nobody says who asks, and of each address those that were turned away. Each
/// replica counts for itself.
/// </summary>
internal sealed class Limits : IDisposable
{
    private const int BurstSeconds = 10;
    private const int SecondsOfMinute = 60;
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> _requests;
    private readonly PartitionedRateLimiter<string> _refusals;
    private readonly bool _hasRefusalLimit;
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostAddresses });

    /// <summary>Reads the settings.</summary>
    public Limits(IOptions<LimitOptions> options, IOptions<SecurityOptions> security)
    {
        var isEnforced = security.Value.Mode == SecurityMode.Enforced;
        var requests = options.Value.RequestsPerMinute ?? (isEnforced ? LimitOptions.DefaultRequests : 0);
        var refusals = options.Value.RefusalsPerMinute ?? (isEnforced ? LimitOptions.DefaultRefusals : 0);
        _requests = Buckets(requests, options.Value.Burst ?? Math.Max(1, (int)((long)requests * BurstSeconds / SecondsOfMinute)));
        _refusals = Buckets(refusals, refusals);
        _hasRefusalLimit = refusals > 0;
        PauseAfterRefusals = _hasRefusalLimit ? TimeSpan.FromMinutes(1) / refusals : TimeSpan.Zero;
    }

    /// <summary>When an address that was turned away too often may come again.</summary>
    public TimeSpan PauseAfterRefusals { get; }

    /// <summary>Counts a request of a client.</summary>
    public RateLimitLease Client(string? issuer, string id) => _requests.AttemptAcquire($"client {issuer} {id}");

    /// <summary>Counts a request of nobody known.</summary>
    public RateLimitLease Address(string address) => _requests.AttemptAcquire($"address {address}");

    /// <summary>Counts a request that was turned away, apart those with a bad proof and those with none.</summary>
    public void Refused(string address, bool hasProof) => _refusals.AttemptAcquire(Refusals(address, hasProof)).Dispose();

    /// <summary>Remembers that somebody at an address has proved who it is.</summary>
    public void Proved(string address)
    {
        // To look is to renew.
        if (!_known.TryGetValue(address, out _)) _known.Set(address, string.Empty, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KnownFor });
    }

    /// <summary>
    /// Whether a request from an address is looked at. Where somebody has proved who it is proofs always are: a hospital has one address, and a single machine
    /// in it that sends nonsense must not keep warnings from all others.
    /// </summary>
    public bool MayTry(string address, bool hasProof)
        => !IsSpent(address, hasProof) || (hasProof && _known.TryGetValue(address, out _));

    /// <summary>Whether as many from an address were turned away as may be.</summary>
    public bool IsSpent(string address, bool hasProof)
        => _hasRefusalLimit && _refusals.GetStatistics(Refusals(address, hasProof)) is { CurrentAvailablePermits: <= 0 };

    public void Dispose()
    {
        _requests.Dispose();
        _refusals.Dispose();
        _known.Dispose();
    }

    private static string Refusals(string address, bool hasProof) => hasProof ? $"proof {address}" : $"bare {address}";

    private static PartitionedRateLimiter<string> Buckets(int perMinute, int burst) => PartitionedRateLimiter.Create<string, string>(
        key => perMinute == 0
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
            {
                TokenLimit = burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
                QueueLimit = 0,
            }),
        StringComparer.Ordinal);
}
