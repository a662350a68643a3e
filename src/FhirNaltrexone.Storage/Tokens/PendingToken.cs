using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tokens;

/// <summary>
/// The one-time token a request was let in with, as long as it is not used. It is used in the transaction that records the answer, before the answer
/// goes out: of all requests that bring it, one is answered. What cannot be taken back, such as a call to another server, has to use it first.
/// </summary>
/// <param name="token">The token.</param>
/// <param name="used">Remembers it.</param>
public sealed class PendingToken(OneTimeToken token, IUsedTokens used)
{
    /// <summary>Whether nobody can say yet which request it counts for.</summary>
    public bool IsPending { get; private set; } = true;

    /// <summary>Whether another request was first.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Uses it now, if that has not been done.</summary>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="TokenUsedException">Another request was first.</exception>
    /// <exception cref="StorageException">The database fails.</exception>
    public async ValueTask UseAsync(CancellationToken cancellationToken)
    {
        if (!IsPending) return;
        var isFirst = false;
        await Patience.WaitAsync(async stopping => isFirst = await used.TryUseAsync(token, stopping).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        Settle(isFirst);
    }

    /// <summary>Uses it with what a unit of work writes; <see cref="Settle"/> follows when the unit has ended.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether this request is the first; the unit must be rolled back if it is not.</returns>
    public ValueTask<bool> TryUseAsync(IUnitOfWork unit, CancellationToken cancellationToken)
        => IsPending ? unit.TryUseAsync(token, cancellationToken) : new(true);

    /// <summary>Notes what became of it.</summary>
    /// <param name="isFirst">Whether this request was the first.</param>
    /// <exception cref="TokenUsedException">It was not.</exception>
    public void Settle(bool isFirst)
    {
        IsPending = false;
        if (isFirst) return;
        IsRefused = true;
        throw new TokenUsedException();
    }
}
