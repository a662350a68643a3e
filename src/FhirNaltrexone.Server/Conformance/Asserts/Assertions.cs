using FhirNaltrexone.Server.Conformance.Running;
using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>All kinds of claims there are.</summary>
/// <param name="profiles">Checks profiles.</param>
internal sealed class Assertions(ProfileAssertion profiles)
{
    private readonly (Func<ScriptAssertion, bool> IsMeant, Func<AssertionScope, Verdict> Check)[] _kinds =
    [
        (claim => claim.Response is not null, StatusAssertion.ByName),
        (claim => claim.ResponseCode is not null, StatusAssertion.ByNumber),
        (claim => claim.ContentType is not null, ContentTypeAssertion.Check),
        (claim => claim.HeaderField is not null, HeaderAssertion.Check),
        (claim => claim.Expression is not null, ExpressionAssertion.Check),
        (claim => claim.MinimumId is not null, MinimumAssertion.Check),
        (claim => claim.Resource is not null, ResourceAssertion.Check),
        (claim => claim.RequestMethod is not null, RequestAssertion.Method),
        (claim => claim.RequestUrl is not null, RequestAssertion.Url),
        (claim => claim.HasNavigationLinks, LinkAssertion.Check),
        (claim => claim.ValidateProfileId is not null, profiles.Check),
    ];

    /// <summary>Checks a claim.</summary>
    /// <exception cref="ScriptFault">It cannot be checked.</exception>
    public Verdict Check(AssertionScope scope)
    {
        if (scope.Claim.Path is not null) throw new ScriptFault("XPath and JSONPath are not supported; use expression (FHIRPath).");
        var kind = Array.Find(_kinds, kind => kind.IsMeant(scope.Claim));
        return kind.Check is { } check ? check(scope) : throw new ScriptFault("The assertion claims nothing that this runner knows.");
    }
}
