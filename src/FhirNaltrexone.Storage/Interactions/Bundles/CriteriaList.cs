namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>The distinct criteria of a bundle: each is searched once.</summary>
internal sealed class CriteriaList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Criteria> _all = [];

    /// <summary>Criteria, by place.</summary>
    public IReadOnlyList<Criteria> All => _all;

    /// <summary>Takes criteria.</summary>
    /// <param name="criteria">Criteria.</param>
    /// <returns>Their place.</returns>
    public int Add(Criteria criteria)
    {
        if (_places.TryGetValue(criteria.Canonical, out var place)) return place;
        _all.Add(criteria);
        return _places[criteria.Canonical] = _all.Count - 1;
    }
}
