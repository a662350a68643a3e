using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Some element at a path below satisfies a condition.</summary>
/// <param name="path">The path of the discriminator; null for the element itself.</param>
/// <param name="condition">The condition; null when it cannot be told here.</param>
internal sealed class PathTest(FhirPathExpression? path, Func<FhirElement, ValidationRun, bool?> condition) : ISliceTest
{
    public bool? Matches(in FhirElement element, ValidationRun run) => path is null
        ? condition(element, run)
        : Truth.Any(path.Evaluate(element, run.Context).Values.Where(value => value.Kind == FhirPathKind.Element).Select(value => condition(value.Element, run)));
}
