using FhirNaltrexone.Server.Loading;
using FhirNaltrexone.Server.Loading.Reports;
using FhirNaltrexone.Server.Loading.Work;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Testing.Reference;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>Loading into an empty store of collections, without indexes.</summary>
internal sealed class LoadFixture : IDisposable
{
    private readonly GroupUpdates _updates;

    public LoadFixture() => _updates = new(Store, (_, _) => IndexEntries.Empty, TimeProvider.System, new InteractionOptions());

    public MemoryResourceStore Store { get; } = new();

    /// <summary>The bundles that were to be carried out.</summary>
    public List<ResourceContent> Bundles { get; } = [];

    public StringWriter Progress { get; } = new();

    public Task<LoadSummary> LoadAsync(params string[] paths) => LoadAsync(new LoadSettings { Paths = paths, ContinuesOnError = true });

    public Task<LoadSummary> LoadAsync(LoadSettings settings)
    {
        var target = new LoadTarget(_updates, CarryOutAsync);
        var progress = new LoadProgress(Progress, isTerminal: false, TimeProvider.System);
        return new Loader(new ItemPreparation(new ContentReader(), _updates), target, Store, settings, progress).RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All resources, as type and id.</summary>
    public async Task<IReadOnlyList<string>> StoredAsync()
        => [.. (await HistoryAsync()).Select(version => version.Key.ToString()).Distinct().Order(StringComparer.Ordinal)];

    public Task<IReadOnlyList<ResourceVersion>> HistoryAsync()
        => Store.HistoryAsync(new HistoryQuery { Limit = 100_000 }, TestContext.Current.CancellationToken).AsTask();

    public void Dispose()
    {
        Store.Dispose();
        Progress.Dispose();
    }

    private Task<IReadOnlyList<BundleEntryOutcome>> CarryOutAsync(ResourceContent bundle, CancellationToken cancellationToken)
    {
        Bundles.Add(bundle);
        return Task.FromResult<IReadOnlyList<BundleEntryOutcome>>([new(0, "Patient", 201, IsUnchanged: false, [])]);
    }
}
