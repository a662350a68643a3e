using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Targets of references satisfy a test. One that is not here is judged by the type its reference names; what is more cannot be told.</summary>
/// <param name="references">The path to the references; null for the element itself.</param>
/// <param name="types">Types of the targets that belong to the slice; none when nothing is said.</param>
/// <param name="isTypeEnough">Whether the type is all that counts.</param>
/// <param name="test">The test of targets that are here.</param>
internal sealed class TargetTest(FhirPathExpression? references, IReadOnlyList<ElementType> types, bool isTypeEnough, ISliceTest test) : ISliceTest
{
    public bool? Matches(in FhirElement element, ValidationRun run)
    {
        IEnumerable<FhirElement> sources = references is null
            ? [element]
            : references.Evaluate(element, run.Context).Values.Where(value => value.Kind == FhirPathKind.Element).Select(value => value.Element);
        var absent = sources.Where(source => source.Value.Text("reference") is not { } text || run.Resolver.Find(run.Scope, text) is null).Select(Judge);
        return Truth.Any([test.Matches(element, run), .. absent]);
    }

    private bool? Judge(FhirElement reference)
    {
        if (types.Count == 0 || ReferenceText.NamedType(reference.Value) is not { } named) return null;
        return !types.Any(type => named.Is(type.Name)) ? false : isTypeEnough ? true : null;
    }
}
