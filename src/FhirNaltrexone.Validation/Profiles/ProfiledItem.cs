using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>One of the elements of a name that a profile looks at.</summary>
/// <param name="Element">The element.</param>
/// <param name="Name">Name of the element.</param>
/// <param name="Index">Which one, from 0, or <see cref="ElementPath.Single"/>.</param>
internal readonly record struct ProfiledItem(FhirElement Element, string Name, int Index);
