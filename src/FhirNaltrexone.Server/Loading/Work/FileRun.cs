using FhirNaltrexone.Server.Loading.Reports;
using FhirNaltrexone.Server.Loading.Resume;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>The loading of one file: gathers groups, stores them, and notes how far it got.</summary>
/// <param name="before">What the journal knows of the file.</param>
/// <param name="batchSize">Most resources of a commit.</param>
/// <param name="target">Stores.</param>
/// <param name="summary">Counts.</param>
/// <param name="journal">Remembers.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class FileRun(
    JournalLine before, int batchSize, LoadTarget target, LoadSummary summary, Journal journal, LoadProgress progress)
{
    private readonly LoadGroup _group = new(batchSize);
    private readonly long _refusedAtStart = summary.RefusedCount;
    private long _position;
    private long _ordinal = before.Done;

    /// <summary>Takes the next item.</summary>
    public async ValueTask TakeAsync(LoadStep step, CancellationToken cancellationToken)
    {
        foreach (var piece in step.Pieces)
        {
            await TakeAsync(piece, cancellationToken).ConfigureAwait(false);
        }

        (_ordinal, _position) = (step.Ordinal, step.Position);
        if (_group.IsFull || step.Pieces.Any(piece => piece.Bundle is not null)) await FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores what is waiting and notes that all items taken so far are dealt with.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await StoreAsync(cancellationToken).ConfigureAwait(false);
        journal.Note(before with { Done = _ordinal, Refused = before.Refused + summary.RefusedCount - _refusedAtStart });
        progress.Report(_position, summary.StoredCount, summary.RefusedCount);
    }

    private async ValueTask TakeAsync(LoadPiece piece, CancellationToken cancellationToken)
    {
        if (piece.Update is not null)
        {
            // Of two versions of one resource the later one must win; and one item may hold more than one commit should.
            if (_group.IsFull || _group.Holds(piece)) await StoreAsync(cancellationToken).ConfigureAwait(false);
            _group.Add(piece);
        }
        else if (piece.Bundle is not null)
        {
            await StoreAsync(cancellationToken).ConfigureAwait(false);
            await target.CarryOutAsync(piece, summary, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            summary.Refuse(piece.Place, piece.Issues);
        }
    }

    private async ValueTask StoreAsync(CancellationToken cancellationToken)
    {
        await target.StoreAsync(_group.Pieces, summary, cancellationToken).ConfigureAwait(false);
        _group.Clear();
    }
}
