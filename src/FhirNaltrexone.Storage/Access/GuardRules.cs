using System.Collections.Frozen;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Access;

/// <summary>What the guards of all requests share.</summary>
/// <param name="parameters">Search parameters known.</param>
/// <param name="extract">Makes the index entries of a version.</param>
/// <param name="criteria">Reads the queries of scopes.</param>
/// <param name="policy">Decides beyond scopes.</param>
/// <param name="changes">Gives, for a request, what records its changes; null for no record.</param>
/// <param name="clock">The clock.</param>
public sealed class GuardRules(
    SearchParameterSet parameters,
    Func<ResourceVersion, IndexEntries> extract,
    CriteriaReader criteria,
    DisclosurePolicy policy,
    Func<AccessContext, ChangeRecord>? changes,
    TimeProvider clock)
{
    private readonly FrozenDictionary<int, string> _types = parameters.All.ToFrozenDictionary(parameter => parameter.Key, parameter => parameter.Base);

    internal SearchParameterSet Parameters => parameters;

    internal Func<ResourceVersion, IndexEntries> Extract => extract;

    internal CriteriaReader Criteria => criteria;

    internal DisclosurePolicy Policy => policy;

    internal Func<AccessContext, ChangeRecord>? Changes => changes;

    internal TimeProvider Clock => clock;

    /// <summary>The type whose parameter has a key.</summary>
    internal string TypeOf(int parameter) => _types[parameter];
}
