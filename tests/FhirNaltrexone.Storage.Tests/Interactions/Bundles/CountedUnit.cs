using System.Reflection;
using System.Runtime.InteropServices;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

/// <summary>Stands before a unit of work and counts its calls by name.</summary>
public class CountedUnit : DispatchProxy
{
    private IUnitOfWork _unit = null!;
    private Dictionary<string, int> _calls = null!;

    /// <summary>The unit with a counter before it.</summary>
    public static IUnitOfWork Around(IUnitOfWork unit, Dictionary<string, int> calls)
    {
        var proxy = Create<IUnitOfWork, CountedUnit>();
        ((CountedUnit)proxy)._unit = unit;
        ((CountedUnit)proxy)._calls = calls;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_calls, targetMethod!.Name, out _)++;
        return targetMethod.Invoke(_unit, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
