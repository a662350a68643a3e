using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>One step from an element to a child.</summary>
/// <param name="Name">Name of the child.</param>
/// <param name="Index">Which one, from 0, or <see cref="ElementPath.Single"/>.</param>
/// <param name="Parent">Type of the element above; null when it does not matter.</param>
/// <param name="Element">The child; nothing when it is not there.</param>
internal readonly record struct ElementStep(string Name, int Index, ElementType? Parent, FhirElement Element);
