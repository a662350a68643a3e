namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Gathers members of a JSON object by their places in its text; neighbours stay together with all between them.</summary>
/// <param name="json">The object's text.</param>
internal struct JsonMembers(ReadOnlyMemory<byte> json)
{
    private List<(int Start, int End)>? _earlier;
    private int _start = -1;
    private int _end;

    /// <summary>Takes a member.</summary>
    /// <param name="start">Where its name starts.</param>
    /// <param name="end">Where its value ends.</param>
    public void Add(int start, int end)
    {
        if (_start >= 0 && !IsNeighbour(start))
        {
            (_earlier ??= []).Add((_start, _end));
            _start = start;
        }

        if (_start < 0) _start = start;
        _end = end;
    }

    /// <summary>The members with commas between them, without braces.</summary>
    public readonly ReadOnlyMemory<byte> Text()
    {
        if (_start < 0) return default;
        if (_earlier is null) return json[_start.._end];
        var text = new List<byte>(json.Length);
        foreach (var (start, end) in _earlier)
        {
            text.AddRange(json.Span[start..end]);
            text.Add((byte)',');
        }

        text.AddRange(json.Span[_start.._end]);
        return text.ToArray();
    }

    // Between neighbours there is a comma and white space; a member left out has a quoted name.
    private readonly bool IsNeighbour(int start) => !json.Span[_end..start].Contains((byte)'"');
}
