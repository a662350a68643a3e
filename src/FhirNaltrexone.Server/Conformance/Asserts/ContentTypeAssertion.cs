using FhirNaltrexone.Server.Conformance.Running;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>The media type of the body; parameters such as charset do not count.</summary>
internal static class ContentTypeAssertion
{
    public static Verdict Check(AssertionScope scope)
    {
        var expected = ScriptMediaTypes.Of(scope.Claim.ContentType);
        var found = scope.Subject.Header("Content-Type") ?? "";
        var isSame = ScriptMediaTypes.AreSame(found, expected);
        return new(scope.Claim.Operator == "notEquals" ? !isSame : isSame, $"The media type is {found}; expected {scope.Claim.Operator ?? "equals"} {expected}");
    }
}
