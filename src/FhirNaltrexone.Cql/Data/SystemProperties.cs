using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Data;

/// <summary>Elements of system types: <c>quantity.unit</c>, <c>code.system</c>, <c>interval.low</c> and so on.</summary>
internal static class SystemProperties
{
    public static object? Read(object source, string name) => source switch
    {
        CqlQuantity quantity => name switch { "value" => quantity.Value, "unit" => quantity.Unit ?? "1", _ => null },
        CqlCode code => name switch
        {
            "code" => code.Code,
            "system" => code.System,
            "version" => code.Version,
            "display" => code.Display,
            _ => null,
        },
        CqlConcept concept => name switch { "codes" => CqlList.From(concept.Codes), "display" => concept.Display, _ => null },
        CqlRatio ratio => name switch { "numerator" => ratio.Numerator, "denominator" => ratio.Denominator, _ => null },
        CqlInterval interval => name switch
        {
            "low" => interval.Low,
            "high" => interval.High,
            "lowClosed" => Boxes.Of(interval.LowClosed),
            "highClosed" => Boxes.Of(interval.HighClosed),
            _ => null,
        },
        CqlVocabulary vocabulary => name switch
        {
            "id" => vocabulary.Id,
            "version" => vocabulary.Version,
            "name" => vocabulary.Name,
            _ => null,
        },
        _ => name == "value" ? source : null,
    };
}
