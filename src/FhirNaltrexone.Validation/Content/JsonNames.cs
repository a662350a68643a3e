using System.Text;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Names of the members of one object, to find one that comes twice. Many names cost linear time, hostile ones too.</summary>
internal sealed class JsonNames
{
    private const int FewNames = 24;

    private readonly Range[] _few = new Range[FewNames];
    private HashSet<string>? _many;
    private int _count;

    /// <summary>Begins a new object.</summary>
    public void Clear()
    {
        _count = 0;
        _many = null;
    }

    /// <summary>Adds a name; false when it is there already.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Where the name stands in it.</param>
    public bool Add(ReadOnlySpan<byte> json, Range name)
    {
        if (_many is not null) return _many.Add(Encoding.UTF8.GetString(json[name]));
        foreach (var earlier in _few.AsSpan(0, _count))
        {
            if (json[earlier].SequenceEqual(json[name])) return false;
        }

        if (_count < FewNames)
        {
            _few[_count++] = name;
            return true;
        }

        _many = new HashSet<string>(StringComparer.Ordinal);
        foreach (var earlier in _few) _many.Add(Encoding.UTF8.GetString(json[earlier]));
        return _many.Add(Encoding.UTF8.GetString(json[name]));
    }

    /// <summary>Whether there is also the name with <c>_</c> before it, which holds the ids and extensions of primitives.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Where the name stands in it.</param>
    public bool HasShadow(ReadOnlySpan<byte> json, Range name)
    {
        if (_many is not null) return _many.Contains('_' + Encoding.UTF8.GetString(json[name]));
        foreach (var other in _few.AsSpan(0, _count))
        {
            if (json[other] is [(byte)'_', .. var rest] && rest.SequenceEqual(json[name])) return true;
        }

        return false;
    }
}
