using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server;

/// <summary>Work beside the requests: whatever goes wrong with it, the process that gives the warnings goes on.</summary>
internal static class BackgroundWork
{
    /// <summary>Does it once.</summary>
    /// <param name="work">The work.</param>
    /// <param name="failed">Told what went wrong, free of health information: the code of a failure of the database, else the name of the exception.</param>
    /// <param name="stopping">The process stops; only then is anything thrown.</param>
    public static async Task TryAsync(Func<CancellationToken, Task> work, Action<string> failed, CancellationToken stopping)
    {
        try
        {
            await work(stopping).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            failed(error.Code.ToString());
        }
#pragma warning disable CA1031 // See the type.
        catch (Exception error) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failed(error.GetType().Name);
        }
    }
}
