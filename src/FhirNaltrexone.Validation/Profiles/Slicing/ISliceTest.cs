using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>What one discriminator demands of the elements of one slice. Immutable.</summary>
internal interface ISliceTest
{
    /// <summary>Whether an element satisfies it; null when that cannot be told here.</summary>
    bool? Matches(in FhirElement element, ValidationRun run);
}
