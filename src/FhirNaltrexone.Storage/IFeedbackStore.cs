namespace FhirNaltrexone.Storage;

/// <summary>Keeps the reports of clients on what became of the cards. Every method throws <see cref="StorageException"/> when the database fails.</summary>
public interface IFeedbackStore
{
    /// <summary>
    /// Stores all reports or none. A report already stored, that is one with the same card, outcome and instant, is left as it is:
    /// a client may send the same one again (CDS Hooks 2.0, Feedback).
    /// </summary>
    /// <param name="reports">The reports of one request.</param>
    /// <param name="receivedAt">When the request came in.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <returns>For each report, in order, whether it was new.</returns>
    Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<FeedbackReport> reports, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Lists reports in the order they were stored.</summary>
    /// <param name="service">Only those of this service; null for all.</param>
    /// <param name="after">Only those with a greater sequence; 0 for the first page.</param>
    /// <param name="limit">At most so many, 1 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<StoredFeedback>> ListAsync(string? service, long after, int limit, CancellationToken cancellationToken);
}
