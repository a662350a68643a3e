namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Name of a type.</summary>
/// <param name="Namespace"><c>FHIR</c> or <c>System</c>.</param>
/// <param name="Name">Name in it.</param>
internal sealed record TypeName(string Namespace, string Name)
{
    /// <summary>A part of it; nothing for other names.</summary>
    public FhirPathValue Member(string member) => member switch
    {
        "namespace" => FhirPathValue.Of(Namespace),
        "name" => FhirPathValue.Of(Name),
        _ => default,
    };

    public override string ToString() => $"{Namespace}.{Name}";
}
