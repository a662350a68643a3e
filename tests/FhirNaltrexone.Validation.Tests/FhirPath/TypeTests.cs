using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Types of elements and of values (FHIRPath N1, 6.3 and 10).</summary>
public sealed class TypeTests
{
    private const string Patient = """
        {"resourceType":"Patient","active":true,"gender":"female","name":[{"family":"Ng"}],"contained":[{"resourceType":"Organization","id":"o","name":"Org"}],
         "extension":[{"url":"http://example.org/age","valueAge":{"value":5,"system":"http://unitsofmeasure.org","code":"a"}}],
         "contact":[{"gender":"male"}],"multipleBirthBoolean":false}
        """;

    [Theory]
    [InlineData("$this is Patient", "true")]
    [InlineData("$this is DomainResource", "true")]
    [InlineData("$this is Resource", "true")]
    [InlineData("$this is Observation", "false")]
    [InlineData("is(FHIR.Patient)", "true")]
    [InlineData("active is boolean", "true")]
    [InlineData("active is Boolean", "false")]
    [InlineData("active is FHIR.boolean", "true")]
    [InlineData("active is System.Boolean", "false")]
    [InlineData("gender is code", "true")]
    [InlineData("gender is string", "true")]
    [InlineData("name.family is code", "false")]
    [InlineData("contact is BackboneElement", "true")]
    [InlineData("contact is Element", "true")]
    [InlineData("contained is Organization", "true")]
    [InlineData("extension.value is Quantity", "true")]
    [InlineData("extension.value is Age", "true")]
    [InlineData("{} is Patient", "{}")]
    [InlineData("(1 | 2) is Integer", "error")]
    [InlineData("1 is Integer", "true")]
    [InlineData("1 is System.Integer", "true")]
    [InlineData("1 is Decimal", "false")]
    [InlineData("'a' is String", "true")]
    [InlineData("1 'mg' is Quantity", "true")]
    [InlineData("@2012 is Date", "true")]
    [InlineData("@2012T is DateTime", "true")]
    [InlineData("@T10 is Time", "true")]
    public void Is_knows_ancestors_and_keeps_elements_and_values_apart(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, Patient));

    [Theory]
    [InlineData("(multipleBirth as boolean)", "false")]
    [InlineData("(multipleBirth as integer)", "{}")]
    [InlineData("multipleBirth.ofType(boolean)", "false")]
    [InlineData("contained.ofType(Organization).name", "'Org'")]
    [InlineData("contained.ofType(Patient)", "{}")]
    [InlineData("(1 | 'a' | 2).ofType(System.Integer)", "1, 2")]
    [InlineData("descendants().as(code)", "'female', 'male', 'a'")]
    public void As_and_ofType_filter(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, Patient));

    [Theory]
    [InlineData("Patient.name.family", "'Ng'")]
    [InlineData("Resource.active", "true")]
    [InlineData("DomainResource.contained.name", "'Org'")]
    [InlineData("Observation.value", "{}")]
    [InlineData("contained.where(Organization.name = 'Org').exists()", "true")]
    public void A_path_may_begin_with_the_type_of_its_focus(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, Patient));

    [Theory]
    [InlineData("type()", "FHIR.Patient")]
    [InlineData("active.type().name", "'boolean'")]
    [InlineData("active.type().namespace", "'FHIR'")]
    [InlineData("('a' | 1).type()", "System.String, System.Integer")]
    public void Types_can_be_asked_for(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, Patient));
}
