namespace FhirNaltrexone.Validation.Tests.Conformance;

/// <summary>The validator takes the package of the guide as any other.</summary>
public sealed class GuidePackageTests
{
    [Fact]
    public void The_package_of_the_guide_is_read_without_a_complaint()
    {
        Assert.Equal([], Guide.Reading.Issues);
        Assert.Equal(("fhir.naltrexone", "0.1.0"), (Guide.Reading.Package!.Name, Guide.Reading.Package.Version));
    }

    [Theory]
    [InlineData("StructureDefinition")]
    [InlineData("ValueSet")]
    [InlineData("CodeSystem")]
    public void Its_definitions_are_found_by_address_and_version(string type)
    {
        var files = Directory.GetFiles(Path.Combine(Guide.Root, "profiles", "generated", "resources"), $"{type}-*.json");

        var missing = files.Select(file => Path.GetFileNameWithoutExtension(file)[(type.Length + 1)..])
            .Where(id => Guide.Definitions.Find(type, $"https://fhirnaltrexone.example.org/fhir/{type}/{id}|0.1.0") is null);

        Assert.NotEmpty(files);
        Assert.Equal([], missing);
    }
}
