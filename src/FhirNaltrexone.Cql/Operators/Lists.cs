namespace FhirNaltrexone.Cql.Operators;

/// <summary>List operators (CQL 1.5, appendix B, "List operators").</summary>
internal static class Lists
{
    /// <summary>Sets larger than this are searched by hash.</summary>
    private const int HashFrom = 12;

    public static bool Exists(CqlList? list)
    {
        if (list is null) return false;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not null) return true;
        }

        return false;
    }

    public static bool? AreEqual(CqlList left, CqlList right)
    {
        if (left.Count != right.Count) return false;
        bool? result = true;
        for (var i = 0; i < left.Count && result is not false; i++) result = Logic.And(result, Equality.Elements(left[i], right[i]));
        return result;
    }

    public static bool AreEquivalent(CqlList left, CqlList right)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!Equality.AreEquivalent(left[i], right[i])) return false;
        }

        return true;
    }

    /// <summary>Membership; null is found by null, and unknown in a list that has other elements only.</summary>
    public static bool? Member(CqlList list, object? element) => Contains(list, element) ? true : element is null && list.Count > 0 ? null : false;

    /// <summary>Membership for sets: null is a value like others.</summary>
    public static bool Contains(CqlList list, object? element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Equality.AreSame(list[i], element)) return true;
        }

        return false;
    }

    /// <summary>Membership in a list that has another element besides; null when an uncertain element decides.</summary>
    public static bool? ProperlyContains(CqlList list, object? element)
    {
        bool? found = false;
        bool? other = false;
        for (var i = 0; i < list.Count; i++)
        {
            var same = element is null ? list[i] is null : Equality.AreEqual(list[i], element);
            found = Logic.Or(found, list[i] is null ? same is true : same);
            other = Logic.Or(other, Logic.Not(same));
        }

        return Logic.And(found, other);
    }

    public static bool Includes(CqlList outer, CqlList inner)
    {
        var members = Members(outer);
        for (var i = 0; i < inner.Count; i++)
        {
            if (!members(inner[i])) return false;
        }

        return true;
    }

    public static bool ProperlyIncludes(CqlList outer, CqlList inner) =>
        Includes(outer, inner) && Distinct(outer).Count > Distinct(inner).Count;

    public static CqlList Distinct(CqlList list)
    {
        var result = new Accumulator(list.Count);
        for (var i = 0; i < list.Count; i++) result.Add(list[i]);
        return result.List;
    }

    public static CqlList Union(CqlList? left, CqlList? right)
    {
        if (left is null or { Count: 0 } && right is { Count: <= 1 }) return right;
        if (right is null or { Count: 0 } && left is { Count: <= 1 }) return left;
        var result = new Accumulator((left?.Count ?? 0) + (right?.Count ?? 0));
        for (var i = 0; i < left?.Count; i++) result.Add(left[i]);
        for (var i = 0; i < right?.Count; i++) result.Add(right[i]);
        return result.List;
    }

    public static CqlList Intersect(CqlList left, CqlList right) => Distinct(Where(left, right, wanted: true));

    public static CqlList Except(CqlList left, CqlList? right) => Distinct(right is null ? left : Where(left, right, wanted: false));

    public static CqlList Flatten(CqlList list)
    {
        var result = new CqlList(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is CqlList inner) result.AddRange(inner);
        }

        return result;
    }

    public static object? IndexOf(CqlList list, object element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Equality.AreEqual(list[i], element) is true) return Boxes.Of(i);
        }

        return Boxes.Of(-1);
    }

    /// <summary>The only element, null for none.</summary>
    /// <exception cref="CqlException">The list has several elements.</exception>
    public static object? Singleton(CqlList list) => list.Count switch
    {
        0 => null,
        1 => list[0],
        _ => throw new CqlException("A list of one element was expected, but it has several."),
    };

    private static CqlList Where(CqlList list, CqlList other, bool wanted)
    {
        var members = Members(other);
        var result = new CqlList(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (members(list[i]) == wanted) result.Add(list[i]);
        }

        return result;
    }

    /// <summary>Membership in a list that is asked again and again.</summary>
    private static Func<object?, bool> Members(CqlList list)
    {
        if (list.Count <= HashFrom) return element => Contains(list, element);
        var members = new Accumulator(list.Count);
        for (var i = 0; i < list.Count; i++) members.Add(list[i]);
        return members.Has;
    }

    /// <summary>Collects distinct values in order: by comparison while few, by hash bucket when many.</summary>
    private sealed class Accumulator(int capacity)
    {
        private readonly Dictionary<int, CqlList>? _buckets = capacity > HashFrom ? [] : null;

        public CqlList List { get; } = new(capacity);

        public bool Has(object? value) => _buckets is null ? Contains(List, value) : _buckets.TryGetValue(Hashing.Of(value), out var bucket) && Contains(bucket, value);

        public void Add(object? value)
        {
            var bucket = List;
            if (_buckets is not null)
            {
                var hash = Hashing.Of(value);
                if (!_buckets.TryGetValue(hash, out bucket!)) _buckets[hash] = bucket = new CqlList(1);
            }

            if (Contains(bucket, value)) return;
            if (_buckets is not null) bucket.Add(value);
            List.Add(value);
        }
    }
}
