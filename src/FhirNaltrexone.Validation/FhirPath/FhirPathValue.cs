using System.Globalization;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>One item of a collection: an element of a resource, or a value of a System type.</summary>
public readonly struct FhirPathValue
{
    private readonly object? _data;
    private readonly int _number;

    private FhirPathValue(FhirPathKind kind, object? data, int number = 0)
    {
        Kind = kind;
        _data = data;
        _number = number;
    }

    private FhirPathValue(in FhirElement element)
    {
        Kind = FhirPathKind.Element;
        Element = element;
    }

    /// <summary>What it is.</summary>
    public FhirPathKind Kind { get; }

    /// <summary>The element; nothing in it for other kinds.</summary>
    public FhirElement Element { get; }

    /// <summary>The truth value of a Boolean; null for other kinds.</summary>
    public bool? Boolean => Kind == FhirPathKind.Boolean ? _number != 0 : null;

    /// <summary>The number of an Integer; null for other kinds.</summary>
    public int? Integer => Kind == FhirPathKind.Integer ? _number : null;

    /// <summary>The number of a Decimal or an Integer; null for other kinds.</summary>
    public decimal? Number => Kind switch
    {
        FhirPathKind.Decimal => (decimal)_data!,
        FhirPathKind.Integer => _number,
        _ => null,
    };

    /// <summary>The text of a String; null for other kinds.</summary>
    public string? Text => Kind == FhirPathKind.String ? (string)_data! : null;

    /// <summary>Whether there is a value at all.</summary>
    internal bool IsSomething => Kind != FhirPathKind.None;

    /// <summary>The date, date and time, or time of day; null for other kinds.</summary>
    internal PartialTime? Time => _data as PartialTime;

    /// <summary>The quantity; null for other kinds.</summary>
    internal UnitQuantity? Quantity => _data as UnitQuantity;

    /// <summary>The type; null for other kinds.</summary>
    internal TypeName? Type => _data as TypeName;

    /// <summary>An element.</summary>
    public static FhirPathValue Of(in FhirElement element) => new(element);

    /// <summary>A Boolean.</summary>
    public static FhirPathValue Of(bool value) => new(FhirPathKind.Boolean, null, value ? 1 : 0);

    /// <summary>A Boolean, or nothing.</summary>
    public static FhirPathValue Of(bool? value) => value is { } known ? Of(known) : default;

    /// <summary>An Integer.</summary>
    public static FhirPathValue Of(int value) => new(FhirPathKind.Integer, null, value);

    /// <summary>A Decimal.</summary>
    public static FhirPathValue Of(decimal value) => new(FhirPathKind.Decimal, value);

    /// <summary>A String.</summary>
    public static FhirPathValue Of(string value) => new(FhirPathKind.String, value);

    internal static FhirPathValue Of(PartialTime value) => new(value.Kind, value);

    internal static FhirPathValue Of(UnitQuantity value) => new(FhirPathKind.Quantity, value);

    internal static FhirPathValue Of(TypeName value) => new(FhirPathKind.TypeInfo, value);

    /// <summary>The value as <c>toString()</c> writes it; for an element without a primitive value the name of its type.</summary>
    public override string ToString() => Kind switch
    {
        FhirPathKind.None => "",
        FhirPathKind.Boolean => _number != 0 ? "true" : "false",
        FhirPathKind.Integer => _number.ToString(CultureInfo.InvariantCulture),
        FhirPathKind.Element => Primitives.Read(this) is { IsSomething: true, Kind: not FhirPathKind.Element } value ? value.ToString() : Element.Type.Name,
        _ => Convert.ToString(_data, CultureInfo.InvariantCulture)!,
    };
}
