using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Server.Loading.Reports;
using FhirNaltrexone.Server.Loading.Resume;
using FhirNaltrexone.Server.Loading.Work;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Loading;

/// <summary>Loads files one after the other, group by group; notes in the journal what the store has acknowledged.</summary>
/// <param name="preparation">Makes items ready.</param>
/// <param name="target">Stores them.</param>
/// <param name="store">Where they come to lie.</param>
/// <param name="settings">What to load.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class Loader(ItemPreparation preparation, LoadTarget target, IResourceStore store, LoadSettings settings, LoadProgress progress)
{
    private readonly LoadProducer _producer = new(preparation.Prepare, settings.Limits);
    private readonly LoadSummary _summary = new();

    /// <summary>Loads everything.</summary>
    /// <returns>What became of it; never throws for what a user can cause.</returns>
    public async Task<LoadSummary> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var files = InputSearch.Find(settings.Paths);
            using var journal = Journal.Open(settings.ResumeFile);
            progress.Begin(files.Sum(file => new FileInfo(file.Path).Length));
            foreach (var file in files)
            {
                await LoadAsync(file, journal, cancellationToken).ConfigureAwait(false);
                if (_summary.Stopped is not null) break;
            }

            await store.AnalyzeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ServerException error)
        {
            _summary.Unread(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _summary.Unread($"The journal or an input cannot be used: {error.GetType().Name}.");
        }
        catch (StorageException error)
        {
            _summary.StoreFailure = error.Message;
        }
        catch (OperationCanceledException)
        {
            _summary.Stopped = "Interrupted.";
        }

        progress.End();
        return _summary;
    }

    private async Task LoadAsync(InputFile file, Journal journal, CancellationToken cancellationToken)
    {
        var before = journal.Of(file);
        _summary.DoneBefore += before.Done;
        _summary.RefusedBefore += before.Refused;
        var run = new FileRun(before, settings.BatchSize, target, _summary, journal, progress);
        try
        {
            await foreach (var step in _producer.ReadAsync(file, before.Done, cancellationToken).ConfigureAwait(false))
            {
                await run.TakeAsync(step, cancellationToken).ConfigureAwait(false);
                if (_summary.RefusedCount > 0 && !settings.ContinuesOnError)
                {
                    _summary.Stopped = "Stopped at the first refusal; --continue-on-error goes on.";
                    break;
                }
            }
        }
        catch (ServerException error)
        {
            _summary.Unread(error.Message);
            if (!settings.ContinuesOnError) _summary.Stopped = "Stopped at an input that cannot be used; --continue-on-error goes on.";
        }

        await run.FinishAsync(cancellationToken).ConfigureAwait(false);
        progress.EndFile(new FileInfo(file.Path).Length);
    }
}
