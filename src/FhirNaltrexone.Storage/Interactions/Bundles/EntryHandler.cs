using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>
/// Answers an entry that asks for an operation or for the capabilities. In a transaction it runs after all changes, on the same unit of work, and must
/// not wait for anything else; it may run more than once.
/// </summary>
/// <param name="reader">The state of the store to answer from.</param>
/// <param name="entry">The entry.</param>
/// <param name="cancellationToken">Gives up.</param>
public delegate ValueTask<BundleEntryResult> EntryHandler(IResourceReader reader, BundleEntry entry, CancellationToken cancellationToken);
