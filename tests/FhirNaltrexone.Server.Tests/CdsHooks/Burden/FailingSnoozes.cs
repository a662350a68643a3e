using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Burden;

/// <summary>A database that is away.</summary>
internal sealed class FailingSnoozes : ISnoozeStore
{
    public Task RememberAsync(IReadOnlyList<IssuedCard> cards, CancellationToken cancellationToken) => throw Away();

    public Task<IReadOnlyList<IssuedCard>> FindAsync(string card, DateTimeOffset now, CancellationToken cancellationToken) => throw Away();

    public Task AddAsync(Snooze snooze, CancellationToken cancellationToken) => throw Away();

    public Task<IReadOnlyList<Snooze>> ListAsync(string patient, string service, DateTimeOffset now, CancellationToken cancellationToken) => throw Away();

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw Away();

    private static StorageException Away() => new(StorageErrorCode.Unavailable, "The database is away.");
}
