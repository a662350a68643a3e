using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>Tells of codes, and of two codes which subsumes which.</summary>
internal static class Lookups
{
    private const int NotFound = 404;
    private const int Unprocessable = 422;

    private static readonly string[] OfHierarchy = ["parent", "subsumedBy", "child"];

    /// <summary>What is known of a code (FHIR R4, CodeSystem $lookup).</summary>
    public static Result<Lookup> Find(ICodeSystem system, string code)
    {
        var found = system.Find(code);
        if (!found.IsKnown) return new Refusal(NotFound, IssueCodes.NotSupported, found.Problem);
        if (found.Value is not { } concept) return new Refusal(NotFound, IssueCodes.NotFound, $"The code is not in the code system '{system.Url}'.");
        return new Lookup(system.Name, system.Url, concept.Code, concept.Display ?? concept.Code)
        {
            Version = system.Version,
            Definition = concept.Source.Text("definition"),
            IsAbstract = concept.IsAbstract,
            IsInactive = concept.IsInactive,
            Parents = [.. concept.Parents.Select(parent => parent.Code)],
            Children = [.. concept.Children.Select(child => child.Code)],
            Designations = [.. concept.Source.Items("designation")],
            Properties = [.. concept.Source.Items("property").Where(property => !OfHierarchy.Contains(property.Text("code")))],
        };
    }

    /// <summary>How two codes relate (FHIR R4, CodeSystem $subsumes): a code of ConceptSubsumptionOutcome.</summary>
    public static Result<string> Relate(ICodeSystem system, string codeA, string codeB)
    {
        var (a, b) = (system.Find(codeA), system.Find(codeB));
        if ((a.Problem ?? b.Problem) is { } problem) return new Refusal(Unprocessable, IssueCodes.NotSupported, problem);
        if (a.Value is not { } one || b.Value is not { } other)
            return new Refusal(Unprocessable, IssueCodes.CodeInvalid, $"The code {(a.Value is null ? "A" : "B")} is not in the code system '{system.Url}'.");
        if (one == other || one.Code == other.Code) return "equivalent";
        if (system.HierarchyProblem is { } unrelated) return new Refusal(Unprocessable, IssueCodes.NotSupported, unrelated);
        if (Hierarchy.Ancestors(other).Contains(one)) return "subsumes";
        return Hierarchy.Ancestors(one).Contains(other) ? "subsumed-by" : "not-subsumed";
    }
}
