using System.Reflection;
using System.Text;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>A long history is judged once: what is read for it grows with its versions, and not with their square.</summary>
public sealed class HistoryCostTests : IDisposable
{
    private const int Versions = 1_000;

    // Of 200 versions each, to be shown and to be judged, with the empty one at the end.
    private const int Pages = (Versions / 200) + 1;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ResourceKey Key = new("Condition", "long");

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(0, "Condition", "long")]
    [InlineData(0, "Condition", null)]
    [InlineData(650, "Condition", "long")]
    [InlineData(650, "Condition", null)]
    public async Task Each_version_is_read_as_often_however_many_there_are(int withheld, string type, string? id)
    {
        var stores = _server.Server.Services.GetRequiredService<ResourceStores>();
        await StoreAsync(stores.Resources, withheld);
        var counted = DispatchProxy.Create<IResourceStore, Counted>();
        ((Counted)counted).Inner = stores.Resources;
        var guarded = new GuardedStore(counted, new Lazy<GuardRules>(Rules));
        using var access = AccessContext.Enter(Callers.Clinic);

        var shown = await guarded.HistoryAsync(new() { Type = type, Id = id, Limit = 2 * Versions }, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(withheld + 1, Versions - withheld).Reverse(), shown.Select(version => version.Version));
        Assert.InRange(((Counted)counted).Histories, Pages, 2 * Pages);
    }

    private GuardRules Rules()
    {
        var services = _server.Server.Services;
        return new(
            services.GetRequiredService<SearchParameterSet>(),
            services.GetRequiredService<IndexExtractor>().Extract,
            services.GetRequiredService<SearchRequestReader>().TryReadCriteria,
            services.GetRequiredService<DisclosurePolicy>(),
            null,
            services.GetRequiredService<TimeProvider>());
    }

    private static async Task StoreAsync(IResourceStore store, int withheld)
    {
        for (var version = 1; version <= Versions; version++)
        {
            var write = Write(version, version == withheld ? "F11.20" : "J11.1");
            await store.WriteAsync(
                async (unit, token) =>
                {
                    await unit.LockAsync([Key], token);
                    return Decision.Commit(await unit.WriteAsync([write], token));
                },
                TestContext.Current.CancellationToken);
        }
    }

    private static ResourceWrite Write(int version, string code) => new()
    {
        Key = Key,
        Version = version,
        LastUpdated = Start.AddSeconds(version),
        Change = version == 1 ? ResourceChange.CreateAs : ResourceChange.Update,
        Json = Encoding.UTF8.GetBytes($$"""
            {"resourceType":"Condition","id":"long","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]} }
            """),
        Index = IndexEntries.Empty,
    };

    /// <summary>The store itself, and how many pages of histories were read of it.</summary>
    public class Counted : DispatchProxy
    {
        public IResourceStore Inner { get; set; } = null!;

        public int Histories { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IResourceReader.HistoryAsync)) Histories++;
            return targetMethod.Invoke(Inner, args);
        }
    }
}
