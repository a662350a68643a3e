using FhirNaltrexone.Server.Loading.Reports;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>Stores what was read, and counts what became of it.</summary>
/// <param name="updates">Stores groups.</param>
/// <param name="bundles">Carries out a batch or transaction and answers what became of its entries, or why nothing did.</param>
internal sealed class LoadTarget(
    GroupUpdates updates, Func<ResourceContent, CancellationToken, Task<IReadOnlyList<BundleEntryOutcome>>> bundles)
{
    /// <summary>Stores resources in one commit.</summary>
    public async Task StoreAsync(IReadOnlyList<LoadPiece> pieces, LoadSummary summary, CancellationToken cancellationToken)
    {
        if (pieces.Count == 0) return;

        var answers = await updates.StoreAsync([.. pieces.Select(piece => piece.Update!)], cancellationToken).ConfigureAwait(false);
        foreach (var (piece, answer) in pieces.Zip(answers))
        {
            if (answer.Result.Refusal is { } refusal) summary.Refuse(piece.Place, refusal.Issues);
            else summary.Store(piece.Type!, answer.Result.Status, answer.IsUnchanged);
        }
    }

    /// <summary>Carries out a batch or transaction.</summary>
    public async Task CarryOutAsync(LoadPiece piece, LoadSummary summary, CancellationToken cancellationToken)
    {
        foreach (var entry in await bundles(piece.Bundle!, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Issues.Count > 0) summary.Refuse(entry.Index is { } index ? $"{piece.Place} Bundle.entry[{index}]" : piece.Place, entry.Issues);
            else if (entry.Type is { } type) summary.Store(type, entry.Status, entry.IsUnchanged);
        }
    }
}
