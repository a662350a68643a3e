using FhirNaltrexone.Validation.Profiles.Rules;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>What the definition of a type says of one of its elements, whatever its type among those of a choice.</summary>
/// <param name="Name">Name of the element, without the type of a choice.</param>
/// <param name="Bit">One bit that stands for it among its siblings.</param>
/// <param name="Min">How often it must be there.</param>
/// <param name="Max">How often it may be there.</param>
/// <param name="Structure">Rules that belong to the structure.</param>
/// <param name="Rules">The other rules.</param>
internal sealed record ElementSchema(string Name, ulong Bit, int Min, int Max, IReadOnlyList<IElementRule> Structure, IReadOnlyList<IElementRule> Rules);
