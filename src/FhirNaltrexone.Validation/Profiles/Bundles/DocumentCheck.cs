using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Bundles;

/// <summary>A document holds whatever its Composition refers to in the elements the specification names (FHIR R4, 3.3.1).</summary>
internal static class DocumentCheck
{
    private const string References =
        "subject | encounter | author | attester.party | custodian | event.detail | section.descendants().where($this is Reference).where(reference.exists())";

    private static readonly FhirPathExpression Included = FhirPathExpression.TryParse(References, FhirPathLimits.Trusted, out var expression, out var error)
        ? expression
        : throw new InvalidOperationException(error.Text);

    /// <summary>Checks the first entry; the path is at the Bundle.</summary>
    public static void Check(ValidationRun run)
    {
        var bundle = run.Scope;
        if (bundle.Resource.Value.Items("entry").FirstOrDefault() is not { ValueKind: System.Text.Json.JsonValueKind.Object } entry
            || entry.Member("resource") is not { } resource || resource.Text("resourceType") != "Composition") return;
        var composition = new ResourceScope { Resource = Elements.FhirElement.Root(resource), Outer = bundle, FullUrl = entry.Text("fullUrl") };
        run.Path.Push("entry", 0);
        foreach (var value in Included.Evaluate(composition.Resource, run.ContextOf(composition)).Values)
        {
            if (value.Element.Value.Text("reference") is { } text && !text.StartsWith('#')
                && ReferenceResolver.FindInBundle(composition, ReferenceText.Parse(text)) is null)
                run.Report(ValidationMessages.NotInDocument, value.Element.Value);
        }

        run.Path.Pop();
    }
}
