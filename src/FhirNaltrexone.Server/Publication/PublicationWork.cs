using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions.Publishing;
using FhirNaltrexone.Validation.Model;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Publication;

/// <summary>Publishes the content once the service answers: the first answer does not wait for it.</summary>
internal sealed class PublicationWork(
    IServiceProvider services, PublicationState state, IOptions<ContentOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<PublicationWork> logger)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Publish) return;
        using var access = AccessContext.Enter(Caller.Service);
        await lifetime.AfterStartAsync(stoppingToken).ConfigureAwait(false);
        for (var pause = ShortestPause; !await TryPublishAsync(stoppingToken).ConfigureAwait(false); pause = Longer(pause))
        {
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryPublishAsync(CancellationToken cancellationToken)
    {
        try
        {
            var report = await services.GetRequiredService<Publications>().PublishAsync($"{Systems.Own}/", ContentResources.Read(), cancellationToken).ConfigureAwait(false);
            logger.Published(report.Written, report.Unchanged, report.Retired);
            if (report.Kept.Count > 0) logger.Kept(string.Join(", ", report.Kept));
            state.Done(report);
            return true;
        }
        catch (StorageException error)
        {
            logger.NotPublished(error.Code.ToString());
        }
#pragma warning disable CA1031 // Rules run from memory: no defect of publishing may end the process that gives the warnings.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.NotPublished(error.GetType().Name);
        }

        state.Failed();
        return false;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
