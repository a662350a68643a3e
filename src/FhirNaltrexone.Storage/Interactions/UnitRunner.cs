using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Runs units of work for interactions: gives them the time, and answers conflicts with others as refusals.</summary>
/// <param name="store">Where resources are.</param>
/// <param name="clock">Gives the time of versions.</param>
/// <param name="options">What is allowed.</param>
internal sealed class UnitRunner(IResourceStore store, TimeProvider clock, InteractionOptions options)
{
    /// <summary>The instant, in whole milliseconds as versions have it.</summary>
    public DateTimeOffset Now => clock.Now();

    /// <summary>Runs a unit of work; it is committed unless its answer is a refusal.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    public async Task<InteractionResult> RunAsync(
        Func<IUnitOfWork, Revisions, CancellationToken, ValueTask<InteractionResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await store.WriteAsync(
                async (unit, token) =>
                {
                    var result = await work(unit, new Revisions(Now, options), token).ConfigureAwait(false);
                    return result.Refusal is null ? Decision.Commit(result) : Decision.Rollback(result);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.Conflict)
        {
            return InteractionResult.Refused(Refusals.Overtaken);
        }
    }
}
