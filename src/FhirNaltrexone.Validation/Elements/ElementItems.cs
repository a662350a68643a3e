using System.Text.Json;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>The elements that one member of a JSON object holds, its companion taken along: one, or those of an array.</summary>
internal struct ElementItems
{
    private readonly bool _isArray;
    private JsonElement _value;
    private JsonElement _companion;
    private JsonElement.ArrayEnumerator _values;
    private JsonElement.ArrayEnumerator _companions;

    /// <summary>Begins before the first.</summary>
    public ElementItems(JsonElement value, JsonElement companion)
    {
        (_value, _companion) = (value, companion);
        _isArray = value.ValueKind == JsonValueKind.Array || companion.ValueKind == JsonValueKind.Array;
        if (value.ValueKind == JsonValueKind.Array) _values = value.EnumerateArray();
        if (companion.ValueKind == JsonValueKind.Array) _companions = companion.EnumerateArray();
    }

    /// <summary>The JSON; undefined when there is only a companion.</summary>
    public JsonElement Value { get; private set; }

    /// <summary>The companion; undefined when there is none.</summary>
    public JsonElement Companion { get; private set; }

    /// <summary>Place in the array, from 0; 0 also when there is no array.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Goes to the next element: an item that is null on both sides is none.</summary>
    public bool MoveNext()
    {
        while (_isArray ? NextItem() : Only())
        {
            if (Value.ValueKind != JsonValueKind.Undefined || Companion.ValueKind != JsonValueKind.Undefined) return true;
        }

        return false;
    }

    private static JsonElement Something(JsonElement json) => json.ValueKind == JsonValueKind.Null ? default : json;

    private bool NextItem()
    {
        Index++;
        var (hasValue, hasCompanion) = (_values.MoveNext(), _companions.MoveNext());
        Value = hasValue ? Something(_values.Current) : default;
        Companion = hasCompanion ? Something(_companions.Current) : default;
        return hasValue || hasCompanion;
    }

    private bool Only()
    {
        Index = 0;
        (Value, Companion) = (Something(_value), Something(_companion));
        (_value, _companion) = (default, default);
        return Value.ValueKind != JsonValueKind.Undefined || Companion.ValueKind != JsonValueKind.Undefined;
    }
}
