using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>A core invariant as an expression on a whole resource or data type: one that stands at an element within is selected on each of those.</summary>
/// <param name="Name">Where it stands, and its key: <c>Questionnaire.item que-1</c>.</param>
/// <param name="Expression">FHIRPath.</param>
internal sealed record AnchoredInvariant(string Name, string Expression)
{
    /// <summary>They stand at every element there is, and so at the data types themselves, too.</summary>
    private static readonly string[] Everywhere = ["ele-1", "ext-1"];

    private static readonly Lazy<ILookup<string, AnchoredInvariant>> Read = new(Find);

    /// <summary>The invariants of a type; none for primitives.</summary>
    public static IEnumerable<AnchoredInvariant> Of(string type) => Read.Value[type];

    private static ILookup<string, AnchoredInvariant> Find() => CoreInvariants.All
        .Where(invariant => invariant.Type is not null && TypeCatalogue.Core.Find(invariant.Type) is { IsPrimitive: false })
        .Where(invariant => invariant.Path == invariant.Type || !Everywhere.Contains(invariant.Key))
        .Select(invariant => (invariant.Type, Anchored: Of(invariant)))
        .Distinct()
        .ToLookup(each => each.Type!, each => each.Anchored);

    private static AnchoredInvariant Of(CoreInvariant invariant)
    {
        var path = invariant.Path.Replace("[x]", "", StringComparison.Ordinal);
        var below = string.Join('.', path.Split('.').Skip(1).Select(step => $"`{step}`"));
        return new($"{path} {invariant.Key}", below.Length == 0 ? invariant.Expression : $"{below}.select({invariant.Expression})");
    }
}
