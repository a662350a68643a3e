using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>There is something at a path below, or there is nothing.</summary>
/// <param name="path">The path of the discriminator.</param>
/// <param name="isThere">Whether there must be something.</param>
internal sealed class ExistenceTest(FhirPathExpression path, bool isThere) : ISliceTest
{
    public bool? Matches(in FhirElement element, ValidationRun run) => path.Evaluate(element, run.Context).Values.Count > 0 == isThere;
}
