using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Data;

/// <summary>
/// Access to one named element, prepared once: its name as UTF-8 and the type the translator gave it. Without a type the
/// JSON decides: an exact name first, else the name followed by a type (a choice element). With a kind of system value it gives
/// the value of the primitive instead of the element. What an element gave, it remembers.
/// </summary>
internal sealed class FhirProperty
{
    private readonly string _name;
    private readonly byte[] _utf8;
    private readonly ulong _bit;
    private readonly CqlType? _type;
    private readonly string _elementType;
    private readonly SystemKind? _system;
    private readonly SystemKind? _value;
    private readonly bool _isList;
    private readonly bool _isChoice;

    public FhirProperty(string name, CqlType? type, SystemKind? value)
    {
        (_name, _utf8, _type, _value) = (string.Intern(name), Encoding.UTF8.GetBytes(name), type, value);
        _bit = MemberNames.Of(_utf8);
        _isList = type?.Kind == CqlTypeKind.List;
        var element = _isList ? type!.Element : type;
        _isChoice = type is null || element?.Kind == CqlTypeKind.Choice;
        _elementType = element is { Kind: CqlTypeKind.Named, IsFhir: true } ? element.Name : "";
        _system = element is { Kind: CqlTypeKind.Named, IsFhir: false } ? element.SystemKind : null;
    }

    public object? Read(object? source, int evaluationOffset)
    {
        if (source is FhirElement element) return Recall(element, evaluationOffset);
        var value = ReadOther(source, evaluationOffset);
        return _value is { } kind ? ValueOf(value, kind, evaluationOffset) : value;
    }

    /// <summary>The JSON of the element for filters that need no value; an undefined element when there is none.</summary>
    public JsonElement Json(FhirElement element) =>
        TryGet(element, out var value) ? value : _isChoice ? FindChoice(element.Json, out _) : default;

    private object? Recall(FhirElement element, int evaluationOffset)
    {
        if (element.Memory.TryRecall(this, out var known)) return known;
        var value = _value is { } kind ? FhirPrimitives.Read(Json(element), kind, evaluationOffset) : Read(element, evaluationOffset);
        element.Memory.Remember(this, value, element.Room);
        return value;
    }

    private bool TryGet(FhirElement element, out JsonElement value)
    {
        value = default;
        return element.MayHave(_bit) && Data.Json.TryGet(element.Json, _utf8, out value);
    }

    private object? ReadOther(object? source, int evaluationOffset) => source switch
    {
        null => null,
        CqlTuple tuple => tuple[_name],
        CqlList list => ReadEach(list, evaluationOffset),
        _ => SystemProperties.Read(source, _name),
    };

    private static object? ValueOf(object? primitive, SystemKind kind, int evaluationOffset) => primitive switch
    {
        null => null,
        FhirElement element => FhirPrimitives.Read(element.Json, kind, evaluationOffset),
        CqlTuple instance => instance["value"],
        _ => SystemProperties.Read(primitive, "value"),
    };

    private object? Read(FhirElement source, int evaluationOffset)
    {
        var json = source.Json;
        if (json.ValueKind != JsonValueKind.Object) return _name == "value" ? Primitive(json, source.TypeName, evaluationOffset) : null;
        if (TryGet(source, out var value)) return Wrap(value, _elementType, evaluationOffset);
        if (!_isChoice) return null;
        value = FindChoice(json, out var type);
        return type is null ? null : Wrap(value, type, evaluationOffset);
    }

    private object? Primitive(JsonElement json, string type, int evaluationOffset)
    {
        if (json.ValueKind == JsonValueKind.Array) return null;
        var kind = _system is { } asked && asked != SystemKind.Any ? asked : FhirPrimitives.KindOf(type);
        return FhirPrimitives.Read(json, kind, evaluationOffset);
    }

    private object? Wrap(JsonElement json, string type, int evaluationOffset)
    {
        if (_isList || (_type is null && json.ValueKind == JsonValueKind.Array)) return WrapList(json, type);
        if (json.ValueKind == JsonValueKind.Array) return null;
        return _system is { } kind ? FhirPrimitives.Read(json, kind, evaluationOffset) : WrapOne(json, type);
    }

    private static CqlList WrapList(JsonElement json, string type)
    {
        if (json.ValueKind != JsonValueKind.Array) return WrapOne(json, type) is { } only ? CqlList.Of(only) : CqlList.Empty;
        var list = new CqlList(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (WrapOne(item, type) is { } element) list.Add(element);
        }

        return list;
    }

    /// <summary>A complex datatype must be an object; anything else there is no value at all.</summary>
    private static FhirElement? WrapOne(JsonElement json, string type)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Array) return null;
        if (json.ValueKind != JsonValueKind.Object) return FhirTypes.IsComplex(type) ? null : new FhirElement(json, type);
        if (type is "" or "Resource" or "DomainResource" && Data.Json.TryGet(json, "resourceType"u8, out var name)) type = Data.Json.Text(name) ?? type;
        return new FhirElement(json, type);
    }

    private CqlList? ReadEach(CqlList list, int evaluationOffset)
    {
        var result = new CqlList(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var value = list[i] is FhirElement element ? Read(element, evaluationOffset) : ReadOther(list[i], evaluationOffset);
            if (value is CqlList inner) result.AddRange(inner);
            else if (value is not null) result.Add(value);
        }

        return result;
    }

    private JsonElement FindChoice(JsonElement json, out string? type)
    {
        type = null;
        if (json.ValueKind != JsonValueKind.Object) return default;
        foreach (var member in json.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Length <= _utf8.Length || !name.StartsWith(_utf8) || member.Value.ValueKind == JsonValueKind.Null) continue;
            type = FhirTypes.OfSuffix(name[_utf8.Length..]);
            if (type is not null) return member.Value;
        }

        return default;
    }
}
