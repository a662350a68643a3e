using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>The meaning of each <see cref="SearchExpression"/>, in one state of the store.</summary>
/// <param name="state">Where the targets of references are looked up.</param>
internal sealed class MemoryCondition(MemoryState state)
{
    public bool Holds(SearchExpression expression, StoredResource resource) => expression switch
    {
        AllOf all => all.Parts.All(part => Holds(part, resource)),
        AnyOf any => any.Parts.Any(part => Holds(part, resource)),
        Not not => !Holds(not.Part, resource),
        TypeIs type => type.Types.Contains(resource.Key.Type),
        IdIs id => id.Ids.Contains(resource.Key.Id),
        UpdatedWithin updated => MemoryValues.Compare(updated.Comparison, resource.LastUpdated, resource.LastUpdated + 1, updated.From, updated.To),
        HasEntry has => MemoryValues.Items(resource.Index, has.Parameters, has.Test).Any(),
        HasItem has => has.Parts.Select(part => MemoryValues.Items(resource.Index, part.Parameters, part.Test)).Aggregate(Enumerable.Intersect).Any(),
        RefersTo refers => Targets(resource, refers.Parameters).Any(target => IsTarget(refers, target)),
        ReferredBy referred => state.Current.Any(source => Targets(source, referred.Parameters).Contains(resource.Key) && Holds(referred.Source, source)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "Not a condition."),
    };

    private bool IsTarget(RefersTo refers, ResourceKey key)
        => (refers.TargetTypes.Count == 0 || refers.TargetTypes.Contains(key.Type))
            && state.FindCurrent(key) is { } target
            && Holds(refers.Target, target);

    private static IEnumerable<ResourceKey> Targets(StoredResource source, IReadOnlyList<int> parameters)
        => from entry in source.Index.References
           where parameters.Contains(entry.Parameter) && entry.TargetType is not null
           select new ResourceKey(entry.TargetType!, entry.TargetId);
}
