using System.Collections;
using System.Text.Json;
using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Turns values a caller binds into values of the engine, in the offset of the evaluation.</summary>
internal static class ParameterValues
{
    /// <exception cref="CqlException">The value is of a type CQL does not know.</exception>
    public static object? Adopt(object? value, int offset) => value switch
    {
        null => null,
        bool truth => Boxes.Of(truth),
        int or long or decimal or string or CqlDate or CqlTime or CqlQuantity or CqlRatio or CqlCode or CqlVocabulary => value,
        CqlConcept concept => new CqlConcept(concept.Codes, concept.Display),
        FhirElement element => new FhirElement(element.Json, element.TypeName),
        CqlDateTime moment => moment.In(offset),
        DateTimeOffset instant => new CqlDateTime(instant).In(offset),
        DateOnly date => new CqlDate(date.Year, date.Month, date.Day),
        JsonElement json => Element(json),
        CqlInterval interval => new CqlInterval(Adopt(interval.Low, offset), Adopt(interval.High, offset), interval.LowClosed, interval.HighClosed, interval.Kind),
        CqlTuple tuple => new CqlTuple((string[])tuple.Names, [.. tuple.Values.Select(each => Adopt(each, offset))], tuple.ClassName),
        IEnumerable items => CqlList.From(items.Cast<object?>().Select(each => Adopt(each, offset)).ToArray()),
        _ => throw new CqlException($"A parameter has a value of type {value.GetType().Name}, which CQL does not know."),
    };

    /// <summary>As <see cref="Adopt"/>, for values that are the same in every evaluation.</summary>
    /// <exception cref="CqlException">The value belongs to one evaluation, or is of a type CQL does not know.</exception>
    public static object? AdoptConstant(object? value) => value switch
    {
        null or bool or int or long or decimal or string or CqlQuantity or CqlCode => Adopt(value, 0),
        IEnumerable items => CqlList.From(items.Cast<object?>().Select(AdoptConstant).ToArray()),
        _ => throw new CqlException($"A value of type {value.GetType().Name} cannot be bound for all evaluations."),
    };

    private static FhirElement? Element(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return null;
        return new FhirElement(json, Json.TryGet(json, "resourceType"u8, out var type) ? Json.Text(type) ?? "" : "") { IsResource = true };
    }
}
