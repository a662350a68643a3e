namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>Method or URL of the last request.</summary>
internal static class RequestAssertion
{
    public static Verdict Method(AssertionScope scope)
        => Verdict.Compare("The method", [scope.Last.Method.ToLowerInvariant()], scope.Claim.Operator, scope.Claim.RequestMethod!);

    public static Verdict Url(AssertionScope scope)
        => Verdict.Compare("The URL", [scope.Last.Url], scope.Claim.Operator, scope.Fill(scope.Claim.RequestUrl!));
}
