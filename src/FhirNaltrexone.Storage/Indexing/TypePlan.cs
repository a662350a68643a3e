using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>All parameters of a type, compiled. The members of a resource are looked through once for all of them.</summary>
internal sealed class TypePlan
{
    private const int MaximalNameLength = 64;

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly int[][] _slotsOfBranches;

    private TypePlan(IReadOnlyList<ParameterPlan> parameters)
    {
        Parameters = parameters;
        _slotsOfBranches = [.. parameters.Select(parameter => parameter.Branches.Select(SlotOf).ToArray())];
    }

    public IReadOnlyList<ParameterPlan> Parameters { get; }

    /// <exception cref="PathException">A parameter cannot be indexed.</exception>
    public static TypePlan Compile(SearchParameterSet set, string type) => new([.. set.For(type).Select(ParameterPlan.Compile)]);

    /// <summary>The members that parameters begin with, in the slots given to them.</summary>
    public JsonElement[] Members(JsonElement resource)
    {
        var members = new JsonElement[_slots.Count];
        if (resource.ValueKind != JsonValueKind.Object) return members;
        var lookup = _slots.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[MaximalNameLength];
        foreach (var member in resource.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(member);
            if (raw.Length > MaximalNameLength) continue;
            var isFound = raw.Contains((byte)'\\')
                ? _slots.TryGetValue(member.SafeName(), out var slot)
                : lookup.TryGetValue(buffer[..Encoding.UTF8.GetChars(raw, buffer)], out slot);
            if (isFound) members[slot] = member.Value;
        }

        return members;
    }

    /// <summary>Walks one way of one parameter.</summary>
    public void Walk(int parameter, int branch, JsonElement[] members, JsonElement resource, PathContext context, IPathVisitor visitor)
    {
        var planned = Parameters[parameter].Branches[branch].Branch;
        var slot = _slotsOfBranches[parameter][branch];
        if (slot < 0) planned.Walk(resource, context, visitor);
        else if (members[slot].ValueKind != JsonValueKind.Undefined) planned.Walk(members[slot], context, visitor, 1);
    }

    private int SlotOf(PlannedBranch branch)
    {
        if (branch.First is not { } first) return -1;
        var name = Encoding.UTF8.GetString(first);
        if (_slots.TryGetValue(name, out var slot)) return slot;
        return _slots[name] = _slots.Count;
    }
}
