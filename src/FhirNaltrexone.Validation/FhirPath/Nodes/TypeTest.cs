using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A type that items are tested for. Types of FHIR are those of elements, System types those of values (FHIRPath N1, 10.1).</summary>
/// <param name="Fhir">The type of FHIR; null when the name means none.</param>
/// <param name="System">The System type; None when the name means none.</param>
/// <param name="IsAny">Whether every System value matches.</param>
internal sealed record TypeTest(ElementType? Fhir, FhirPathKind System, bool IsAny)
{
    /// <summary>The type of a name; null when there is no such type.</summary>
    /// <param name="space"><c>FHIR</c>, <c>System</c>, or null for both.</param>
    /// <param name="name">Name of the type.</param>
    public static TypeTest? Find(string? space, string name)
    {
        var fhir = space is null or "FHIR" ? TypeCatalogue.Core.Find(name) : null;
        var (system, isAny) = space is null or "System" ? (SystemKind(name), name == "Any") : (FhirPathKind.None, false);
        return fhir is null && system == FhirPathKind.None && !isAny ? null : new(fhir, system, isAny);
    }

    /// <summary>Whether an item is of this type, or of one derived from it.</summary>
    public bool Matches(in FhirPathValue item)
    {
        if (item.Kind != FhirPathKind.Element) return IsAny || item.Kind == System;
        if (Fhir is null) return false;
        for (var type = item.Element.Type; type is not null; type = type.Base)
        {
            if (ReferenceEquals(type, Fhir)) return true;
        }

        return false;
    }

    private static FhirPathKind SystemKind(string name) => name switch
    {
        "Boolean" => FhirPathKind.Boolean,
        "Integer" => FhirPathKind.Integer,
        "Decimal" => FhirPathKind.Decimal,
        "String" => FhirPathKind.String,
        "Date" => FhirPathKind.Date,
        "DateTime" => FhirPathKind.DateTime,
        "Time" => FhirPathKind.Time,
        "Quantity" => FhirPathKind.Quantity,
        _ => FhirPathKind.None,
    };
}
