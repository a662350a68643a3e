namespace FhirNaltrexone.Storage.Audit;

/// <summary>Reads the audit chain. Links are made by units of work (<see cref="Resources.IUnitOfWork.ChainAsync"/>).</summary>
public interface IAuditLog
{
    /// <summary>The end of the chain.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<AuditHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>Links in their order.</summary>
    /// <param name="after">Place of the last link read; 0 for the start.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<AuditLink>> ListAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Up to which place records can be searched for: the index of a record is made after it is stored.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<long> IndexedAsync(CancellationToken cancellationToken);

    /// <summary>Notes that records up to a place can be searched for.</summary>
    /// <param name="position">Place of the last of them; a lower one than noted already changes nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task NoteIndexedAsync(long position, CancellationToken cancellationToken);

    /// <summary>Records of access that the chain does not bear out, though each of its links is in order: added, hidden or written again.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Id of the AuditEvent, and what is wrong with it as the end of a sentence.</returns>
    Task<IReadOnlyList<(string Id, string Defect)>> StraysAsync(int limit, CancellationToken cancellationToken);

    /// <summary>How many AuditEvents clients have stored themselves; they are no records of the service and have no links.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<long> CountForeignAsync(CancellationToken cancellationToken);

    /// <summary>Notes that records up to a place were removed because they were kept long enough.</summary>
    /// <param name="position">Place of the last of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task ExpireAsync(long position, CancellationToken cancellationToken);
}
