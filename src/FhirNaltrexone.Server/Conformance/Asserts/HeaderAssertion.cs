namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>A header. Without value and operator it must be there.</summary>
internal static class HeaderAssertion
{
    public static Verdict Check(AssertionScope scope)
    {
        var field = scope.Claim.HeaderField!;
        var expected = scope.Expected;
        return Verdict.Compare(
            $"The header {field}", scope.Subject.Header(field) is { } value ? [value] : [], scope.Claim.Operator ?? (expected is null ? "notEmpty" : null), expected ?? "");
    }
}
