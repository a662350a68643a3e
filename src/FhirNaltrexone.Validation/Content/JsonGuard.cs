using System.Text.Json;
using System.Text.Unicode;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// Looks through a JSON text once for what FHIR's JSON forbids in every resource, and for what could harm those who read it later: depth, members
/// given twice, characters that databases or XML cannot keep, numbers no decimal can hold, nulls and empty values.
/// </summary>
internal ref struct JsonGuard
{
    private const int MaxDepth = Nesting.Resource;
    private const int MaxDefects = 50;

    // One level more than allowed, so that this class and not the reader tells it.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth + 1 };

    private readonly ReadOnlySpan<byte> _json;
    private readonly JsonFrame[] _frames = new JsonFrame[MaxDepth + 1];
    private readonly JsonNames?[] _names = new JsonNames?[MaxDepth + 1];
    private readonly List<JsonDefect> _defects = [];

    // Arrays of nulls alone in the objects that are open, the innermost last: what may justify one can follow it.
    private readonly List<(int Depth, Range Name, int Offset)> _nullArrays = [];
    private Utf8JsonReader _reader;
    private int _depth;
    private string? _type;

    private JsonGuard(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, Options);
    }

    /// <summary>The defects of a text, at most 50; none when it can be parsed safely as one object.</summary>
    /// <param name="json">UTF-8 without byte order mark.</param>
    /// <param name="isConverted">Whether it was made from what the client sent: places in it would mean nothing to the client.</param>
    public static IReadOnlyList<Issue> Check(ReadOnlySpan<byte> json, bool isConverted = false)
    {
        if (!Utf8.IsValid(json)) return [InvalidUtf8(json)];
        var guard = new JsonGuard(json);
        guard.Walk();
        return guard.Issues(isConverted);
    }

    private static Issue InvalidUtf8(ReadOnlySpan<byte> json)
    {
        var offset = 0;
        while (System.Text.Rune.DecodeFromUtf8(json[offset..], out _, out var length) == System.Buffers.OperationStatus.Done) offset += length;
        return new(IssueCodes.Structure, $"The text is not valid UTF-8 ({TextPosition.Describe(json[..offset], offset)}).");
    }

    private readonly List<Issue> Issues(bool isConverted)
    {
        var issues = new List<Issue>(_defects.Count);
        foreach (var defect in _defects)
        {
            var place = isConverted ? string.Empty : $" ({TextPosition.Describe(_json, defect.Offset)})";
            issues.Add(new(defect.Code, $"{defect.Text}{place}.", (_type ?? "Resource") + defect.Path));
        }

        return issues;
    }

    private void Walk()
    {
        CheckCharacters("\uFFFE"u8);
        CheckCharacters("\uFFFF"u8);
        try
        {
            while (_defects.Count < MaxDefects && _reader.Read() && Accept())
            {
            }
        }
        catch (JsonException error)
        {
            var offset = TextPosition.Offset(_json, error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            _defects.Add(new(offset, Path(), IssueCodes.Structure, "The text is not well-formed JSON"));
        }
    }

    private readonly void CheckCharacters(ReadOnlySpan<byte> forbidden)
    {
        if (_json.IndexOf(forbidden) is >= 0 and var at)
        {
            _defects.Add(new(at, string.Empty, IssueCodes.Value, "A string holds a code point that is no character"));
        }
    }

    private bool Accept()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return Open(_reader.TokenType == JsonTokenType.StartArray);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close();
                return true;
            case JsonTokenType.PropertyName:
                Name();
                return true;
            default:
                return Value();
        }
    }

    private bool Open(bool isArray)
    {
        if (_depth == 0 && isArray) return Stop("The text must be one JSON object");
        if (_depth > 0)
        {
            if (isArray && _frames[_depth].IsArray) Report(IssueCodes.Structure, "An array stands directly in an array");
            _frames[_depth].HasObject = true;
            Count();
        }

        if (_depth == MaxDepth) return Stop($"Objects and arrays are nested deeper than {MaxDepth} levels");
        _frames[++_depth].Open(isArray);
        if (!isArray) (_names[_depth] ??= new()).Clear();
        return true;
    }

    private void Close()
    {
        ref var frame = ref _frames[_depth];
        var (isArray, count, nulls, hasObject, isShadow) = (frame.IsArray, frame.Count, frame.Nulls, frame.HasObject, IsShadow());
        if (!isArray) CheckNullArrays();
        _depth--;
        if (count == 0) Report(IssueCodes.Structure, isArray ? "An array must not be empty" : "An object must not be empty");
        else if (isArray && nulls == count) NullArray(isShadow);
        else if (nulls > 0 && hasObject && !isShadow) Report(IssueCodes.Structure, "null cannot stand among objects");
    }

    private void NullArray(bool isShadow)
    {
        var offset = (int)_reader.TokenStartIndex;
        if (isShadow || _frames[_depth].IsArray) ReportNullArray(offset);
        else _nullArrays.Add((_depth, _frames[_depth].Name, offset));
    }

    /// <summary>Nulls alone keep the places of primitives whose extensions stand beside them (FHIR R4, JSON); without these there is nothing.</summary>
    private void CheckNullArrays()
    {
        var first = _nullArrays.Count;
        while (first > 0 && _nullArrays[first - 1].Depth == _depth) first--;
        for (var at = first; at < _nullArrays.Count && _defects.Count < MaxDefects; at++)
        {
            var (_, name, offset) = _nullArrays[at];
            if (_names[_depth]!.HasShadow(_json, name)) continue;
            _frames[_depth].Name = name;
            ReportNullArray(offset);
        }

        _nullArrays.RemoveRange(first, _nullArrays.Count - first);
    }

    private readonly void ReportNullArray(int offset) => _defects.Add(new(offset, Path(), IssueCodes.Structure, "An array must hold more than nulls"));

    /// <summary>Whether the open array holds the ids and extensions of primitives, such as <c>_given</c>, where null keeps a place.</summary>
    private readonly bool IsShadow() => _depth > 1 && !_frames[_depth - 1].IsArray && _json[_frames[_depth - 1].Name] is [(byte)'_', ..];

    private void Name()
    {
        var start = (int)_reader.TokenStartIndex + 1;
        _frames[_depth].Name = new Range(start, start + _reader.ValueSpan.Length);
        if (_reader.ValueIsEscaped)
        {
            Report(IssueCodes.Structure, "The name of a member must be written without escapes");
        }
        else if (!_names[_depth]!.Add(_json, _frames[_depth].Name))
        {
            Report(IssueCodes.Structure, "The member is given twice");
        }
    }

    private bool Value()
    {
        if (_depth == 0) return Stop("The text must be one JSON object");
        Count();
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                Null();
                break;
            case JsonTokenType.Number when !_reader.TryGetDecimal(out _):
                Report(IssueCodes.Value, "The number is greater than any decimal this server can hold");
                break;
            case JsonTokenType.String:
                Text();
                break;
        }

        return true;
    }

    private void Count()
    {
        ref var frame = ref _frames[_depth];
        frame.Count++;
    }

    private void Null()
    {
        _frames[_depth].Nulls++;
        if (!_frames[_depth].IsArray) Report(IssueCodes.Structure, "A member must not be null: leave it out");
    }

    private void Text()
    {
        if (_reader.ValueSpan.IsEmpty)
        {
            Report(IssueCodes.Value, "A string must not be empty: leave it out");
            return;
        }

        if (_reader.ValueIsEscaped && JsonEscapes.FindDefect(_reader.ValueSpan) is { } defect)
        {
            Report(IssueCodes.Value, defect);
            return;
        }

        var name = _frames[_depth].IsArray ? [] : _json[_frames[_depth].Name];
        if (_depth == 1 && name.SequenceEqual("resourceType"u8)) _type = TypeName(_reader.GetString()!);
        if (name.SequenceEqual("div"u8) && NarrativeDepth.Exceeds(_reader.GetString(), MaxDepth))
        {
            Report(IssueCodes.Structure, $"The narrative is nested deeper than {MaxDepth} levels");
        }
    }

    private static string? TypeName(string text) => Model.ResourceTypes.Contains(text) ? text : null;

    private bool Stop(string text)
    {
        Report(IssueCodes.Structure, text);
        return false;
    }

    private readonly void Report(string code, string text) => _defects.Add(new((int)_reader.TokenStartIndex, Path(), code, text));

    private readonly string Path()
    {
        var path = new System.Text.StringBuilder();
        for (var depth = 1; depth <= _depth; depth++)
        {
            ref readonly var frame = ref _frames[depth];
            if (frame.IsArray)
            {
                path.Append('[').Append(Math.Max(frame.Count - 1, 0)).Append(']');
            }
            else if (!frame.Name.Equals(default))
            {
                path.Append('.').Append(System.Text.Encoding.UTF8.GetString(_json[frame.Name].TrimStart((byte)'_')));
            }
        }

        return path.ToString();
    }
}
