using FhirNaltrexone.Server.CdsHooks.Ehr;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Ehr;

public sealed class EhrAccessTests
{
    private static readonly EhrAccess Access = new(new Uri("https://ehr.example.org/fhir/r4/"), "token");

    [Theory]
    [InlineData("Condition?patient=1", "https://ehr.example.org/fhir/r4/Condition?patient=1")]
    [InlineData("https://ehr.example.org/fhir/r4?_getpages=7", "https://ehr.example.org/fhir/r4?_getpages=7")]
    [InlineData("https://EHR.example.org:443/fhir/r4/Condition?page=2", "https://ehr.example.org/fhir/r4/Condition?page=2")]
    public void Reaches_what_is_below_the_base(string address, string expected) => Assert.Equal(expected, Access.Resolve(address)?.AbsoluteUri);

    [Theory]
    [InlineData("http://ehr.example.org/fhir/r4/Condition")]
    [InlineData("https://ehr.example.org:8443/fhir/r4/Condition")]
    [InlineData("https://ehr.example.org.evil.example/fhir/r4/Condition")]
    [InlineData("https://user@ehr.example.org/fhir/r4/Condition")]
    [InlineData("https://ehr.example.org/fhir/r4x/Condition")]
    [InlineData("https://ehr.example.org/fhir/r4/../secret")]
    [InlineData("https://ehr.example.org/fhir/r4/%2e%2e/secret")]
    [InlineData("https://ehr.example.org/fhir/r4/..%2fsecret")]
    [InlineData("../../secret")]
    [InlineData("//evil.example/fhir/r4/Condition")]
    [InlineData("file:///etc/passwd")]
    public void Reaches_nothing_else(string address) => Assert.Null(Access.Resolve(address));
}
