using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>A store that was empty when opened.</summary>
/// <param name="resources">The store.</param>
/// <param name="close">Closes it and removes what it kept.</param>
public sealed class OpenStore(IResourceStore resources, Func<ValueTask> close) : IAsyncDisposable
{
    public IResourceStore Resources => resources;

    public ValueTask DisposeAsync() => close();
}
