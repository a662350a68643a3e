using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>The links for turning pages: first, next and last (FHIR R4, TestScript.setup.action.assert.navigationLinks).</summary>
internal static class LinkAssertion
{
    private static readonly string[] Expected = ["first", "next", "last"];

    public static Verdict Check(AssertionScope scope)
    {
        var found = scope.Resource.Items("link").Select(link => link.Text("relation") ?? "").ToList();
        return new(Expected.All(found.Contains), $"The links are {string.Join(", ", found)}; expected {string.Join(", ", Expected)}");
    }
}
