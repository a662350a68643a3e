using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Elm;

/// <summary>A CQL type as ELM states it: a named type, or a list, interval, choice or tuple of types.</summary>
internal sealed class CqlType
{
    public const string SystemNamespace = "{urn:hl7-org:elm-types:r1}";
    private const string FhirNamespace = "{http://hl7.org/fhir}";

    private CqlType(CqlTypeKind kind, string name, IReadOnlyList<CqlType> parts) => (Kind, Name, Parts) = (kind, name, parts);

    public CqlTypeKind Kind { get; }

    /// <summary>Local name of a named type; element names of a tuple, comma separated; else empty.</summary>
    public string Name { get; }

    public IReadOnlyList<CqlType> Parts { get; }

    public bool IsFhir { get; private init; }

    /// <summary>Element type of a list, point type of an interval.</summary>
    public CqlType Element => Parts[0];

    public SystemKind SystemKind => Enum.TryParse<SystemKind>(Name, out var kind) ? kind : SystemKind.Any;

    /// <summary>Kind of the points of an interval of this type, or of this type itself.</summary>
    public PointKind PointKind => Kind == CqlTypeKind.Named && Enum.TryParse<PointKind>(Name, out var kind) ? kind : PointKind.Any;

    public static CqlType Named(string qualified) => qualified.StartsWith(FhirNamespace, StringComparison.Ordinal)
        ? new CqlType(CqlTypeKind.Named, qualified[FhirNamespace.Length..], []) { IsFhir = true }
        : new CqlType(CqlTypeKind.Named, qualified.Replace(SystemNamespace, "", StringComparison.Ordinal), []);

    public static CqlType Of(CqlTypeKind kind, IReadOnlyList<CqlType> parts, string name = "") => new(kind, name, parts);

    /// <summary>CQL text of the type; equal texts are equal types.</summary>
    public override string ToString() => Kind switch
    {
        CqlTypeKind.Named => (IsFhir ? "FHIR." : "System.") + Name,
        CqlTypeKind.List => $"List<{Element}>",
        CqlTypeKind.Interval => $"Interval<{Element}>",
        CqlTypeKind.Choice => $"Choice<{string.Join(", ", Parts.Select(part => part.ToString()).Order(StringComparer.Ordinal))}>",
        _ => $"Tuple{{{string.Join(", ", Name.Split(',').Zip(Parts, (name, part) => $"{name} {part}"))}}}",
    };
}
