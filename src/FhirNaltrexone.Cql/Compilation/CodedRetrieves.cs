using System.Collections.Frozen;
using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// All retrieves that narrow one type by the codes of one of its elements. They are answered together: each code of a resource is looked up once, however
/// many value sets are asked for.
/// </summary>
internal sealed class CodedRetrieves(int slot, CodeReader reader)
{
    private readonly List<CodeSet> _wanted = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private FrozenDictionary<string, Member[]>? _byCode;

    /// <summary>Adds a retrieve; all are added before the first is answered.</summary>
    /// <param name="key">Says what is retrieved: equal retrieves share one place.</param>
    /// <param name="codes">The codes wanted.</param>
    /// <returns>Its place.</returns>
    public int Add(string key, CodeSet codes)
    {
        if (_places.TryGetValue(key, out var known)) return known;
        _wanted.Add(codes);
        return _places[key] = _wanted.Count - 1;
    }

    /// <summary>The resources that a retrieve gives, in their order.</summary>
    /// <param name="frame">The evaluation.</param>
    /// <param name="all">All resources of the type.</param>
    /// <param name="place">Place of the retrieve.</param>
    public CqlList Of(Frame frame, CqlList all, int place)
    {
        var sorted = (CqlList?[])frame.Keep(slot, (all, retrieves: this), static (_, state) => state.retrieves.Sort(state.all))!;
        return sorted[place] ?? CqlList.Empty;
    }

    private CqlList?[] Sort(CqlList resources)
    {
        var byCode = _byCode ??= Index();
        var sorted = new CqlList?[_wanted.Count];
        for (var i = 0; i < resources.Count; i++)
        {
            var resource = (FhirElement)resources[i]!;
            foreach (var code in reader.Codes(resource))
            {
                if (!byCode.TryGetValue(code.Code, out var members)) continue;
                foreach (var (system, place) in members)
                {
                    if (code.IsBare || system == code.System) Add(sorted, place, resource);
                }
            }
        }

        return sorted;
    }

    /// <summary>A resource with several codes of one value set is given once.</summary>
    private static void Add(CqlList?[] sorted, int place, FhirElement resource)
    {
        var list = sorted[place] ??= new CqlList(2);
        if (list.Count == 0 || !ReferenceEquals(list[list.Count - 1], resource)) list.Add(resource);
    }

    private FrozenDictionary<string, Member[]> Index() => _wanted
        .SelectMany((codes, place) => codes.Codes.Select(code => (Code: code.Code!, Member: new Member(code.System, place))))
        .GroupBy(each => each.Code, each => each.Member, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>A retrieve that wants a code of a system.</summary>
    private readonly record struct Member(string? System, int Place);
}
