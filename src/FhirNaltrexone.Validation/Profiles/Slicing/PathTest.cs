using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Some element at a path below satisfies a condition.</summary>
/// <param name="path">The path of the discriminator; null for the element itself.</param>
/// <param name="condition">The condition.</param>
internal sealed class PathTest(FhirPathExpression? path, Func<FhirElement, ValidationRun, bool> condition) : ISliceTest
{
    public bool Matches(in FhirElement element, ValidationRun run)
    {
        if (path is null) return condition(element, run);
        foreach (var value in path.Evaluate(element, run.Context).Values)
        {
            if (value.Kind == FhirPathKind.Element && condition(value.Element, run)) return true;
        }

        return false;
    }
}
