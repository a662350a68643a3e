using FhirNaltrexone.Server.Conformance.Running;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>What FHIRPath finds. Without value, operator and something to compare with, it must find true.</summary>
internal static class ExpressionAssertion
{
    public static Verdict Check(AssertionScope scope)
    {
        var expression = scope.Fill(scope.Claim.Expression!);
        var found = ScriptPath.Values(expression, scope.Resource);
        var expected = scope.Expected;
        return Verdict.Compare(expression, found, scope.Claim.Operator ?? (expected is null ? "eval" : null), expected ?? "");
    }
}
