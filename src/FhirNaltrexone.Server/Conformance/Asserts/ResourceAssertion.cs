using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>The type of the resource.</summary>
internal static class ResourceAssertion
{
    public static Verdict Check(AssertionScope scope)
        => Verdict.Compare(
            "The resource type",
            scope.Subject.Resource?.Text("resourceType") is { } type ? [type] : [],
            scope.Claim.Operator,
            scope.Claim.Resource!);
}
