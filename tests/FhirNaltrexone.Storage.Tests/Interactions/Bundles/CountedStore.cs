using System.Reflection;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

/// <summary>Stands before a store and counts, by name, the calls that units of work make.</summary>
public class CountedStore : DispatchProxy
{
    private static readonly MethodInfo Counting = typeof(CountedStore).GetMethod(nameof(WriteAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private IResourceStore _store = null!;
    private Dictionary<string, int> _calls = null!;

    /// <summary>The store with a counter before it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="calls">Receives the number of calls for each method of the units of work.</param>
    public static IResourceStore Around(IResourceStore store, Dictionary<string, int> calls)
    {
        var proxy = Create<IResourceStore, CountedStore>();
        ((CountedStore)proxy)._store = store;
        ((CountedStore)proxy)._calls = calls;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IResourceStore.WriteAsync)
        ? Counting.MakeGenericMethod(targetMethod.GetGenericArguments()).Invoke(this, BindingFlags.DoNotWrapExceptions, null, args, null)
        : targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);

    private Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
        => _store.WriteAsync((unit, token) => work(CountedUnit.Around(unit, _calls), token), cancellationToken);
}
