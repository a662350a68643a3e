namespace FhirNaltrexone.Storage.Snoozes;

/// <summary>
/// Keeps which cards were sent and which rules are snoozed for whom. Every method throws <see cref="StorageException"/> when the database fails;
/// nothing here may be lost harmfully: what is missing is shown again.
/// </summary>
public interface ISnoozeStore
{
    /// <summary>Remembers cards. A card sent again is remembered as of the later time.</summary>
    /// <param name="cards">The cards of one answer.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    Task RememberAsync(IReadOnlyList<IssuedCard> cards, CancellationToken cancellationToken);

    /// <summary>All that is remembered of a card; several entries when the same uuid was sent for several patients.</summary>
    /// <param name="card"><c>Card.uuid</c>.</param>
    /// <param name="now">Entries that have expired by then are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<IssuedCard>> FindAsync(string card, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds a snooze; of two for the same subject and severity the later one counts.</summary>
    /// <param name="snooze">The snooze.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    Task AddAsync(Snooze snooze, CancellationToken cancellationToken);

    /// <summary>The snoozes of a patient in one service.</summary>
    /// <param name="patient">Hash of the patient.</param>
    /// <param name="service">Id of the service.</param>
    /// <param name="now">Those that have ended by then are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Snooze>> ListAsync(string patient, string service, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Forgets what has expired.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many entries were removed.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
