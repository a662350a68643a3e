using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>
/// What every resource store does, one subclass for each engine. The tests share a store: each works on resources and parameters of its own,
/// and looks at logs and histories from the place where it began.
/// </summary>
public abstract partial class ResourceStoreCompliance(StoreEngine engine) : IAsyncLifetime
{
    private static readonly int Mark = ParameterKey.Of("Test", "mark");
    private static readonly int Link = ParameterKey.Of("Test", "link");
    private static readonly int OtherLink = ParameterKey.Of("Test", "other-link");

    private IResourceStore Store { get; set; } = null!;

    public async ValueTask InitializeAsync() => Store = await engine.StoreAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private ResourceKey NewKey(string type = "Patient") => engine.NewKey(type);

    /// <summary>A word that only the calling test's resources are found by.</summary>
    private string NewMark() => NewKey().Id;

    private static IndexEntries Marked(string mark) => new() { Tokens = [new(Mark, mark, "")] };

    private static HasEntry IsMarked(string mark) => new([Mark], new TokenTest([new(mark, null)]));

    private static IndexEntries Linked(params ReferenceEntry[] references) => new() { References = references };

    private static ReferenceEntry To(ResourceKey key, int? parameter = null, int? version = null) => new(parameter ?? Link, key.Type, key.Id, version);
}
