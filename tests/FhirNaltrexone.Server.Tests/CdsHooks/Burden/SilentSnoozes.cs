using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Burden;

/// <summary>A database that takes every question, ignores that the caller gives up, and never answers.</summary>
internal sealed class SilentSnoozes : ISnoozeStore
{
    public Task RememberAsync(IReadOnlyList<IssuedCard> cards, CancellationToken cancellationToken) => Never<int>();

    public Task<IReadOnlyList<IssuedCard>> FindAsync(string card, DateTimeOffset now, CancellationToken cancellationToken)
        => Never<IReadOnlyList<IssuedCard>>();

    public Task AddAsync(Snooze snooze, CancellationToken cancellationToken) => Never<int>();

    public Task<IReadOnlyList<Snooze>> ListAsync(string patient, string service, DateTimeOffset now, CancellationToken cancellationToken)
        => Never<IReadOnlyList<Snooze>>();

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => Never<int>();

    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
