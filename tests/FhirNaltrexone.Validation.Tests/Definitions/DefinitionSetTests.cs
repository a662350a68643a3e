using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Tests.Definitions;

public sealed class DefinitionSetTests
{
    private const string Observation = "http://hl7.org/fhir/StructureDefinition/Observation";

    [Theory]
    [InlineData("StructureDefinition", 649)]
    [InlineData("ValueSet", 1316)]
    [InlineData("CodeSystem", 1062)]
    public void The_core_is_complete(string type, int count) => Assert.Equal(count, DefinitionSet.Core.All(type).Count());

    [Fact]
    public void A_definition_is_found_by_its_url_and_version()
    {
        Assert.Equal("Observation", Id(DefinitionSet.Core.Find(Observation)));
        Assert.Equal("Observation", Id(DefinitionSet.Core.Find(Observation + "|4.0.1")));
        Assert.Equal("observation-status", Id(DefinitionSet.Core.Find("ValueSet", "http://hl7.org/fhir/ValueSet/observation-status|4.0.1")));
    }

    [Fact]
    public void Another_version_type_or_url_is_not_here()
    {
        Assert.Null(DefinitionSet.Core.Find(Observation + "|4.0.0"));
        Assert.Null(DefinitionSet.Core.Find("ValueSet", Observation));
        Assert.Null(DefinitionSet.Core.Find("http://hl7.org/fhir/StructureDefinition/Quetzal"));
    }

    [Fact]
    public void What_is_laid_over_a_set_wins_and_the_set_stays_as_it_was()
    {
        var mine = Json($$"""{"resourceType":"StructureDefinition","id":"mine","url":"{{Observation}}","version":"9"}""");

        var set = DefinitionSet.Core.With([mine]);

        Assert.Equal("mine", Id(set.Find(Observation)));
        Assert.Equal("Observation", Id(set.Find(Observation + "|4.0.1")));
        Assert.Equal(649, set.All("StructureDefinition").Count());
        Assert.Equal("Observation", Id(DefinitionSet.Core.Find(Observation)));
    }

    [Fact]
    public void All_versions_given_are_kept_and_the_last_is_found_without_version()
    {
        var set = DefinitionSet.Empty.With(
        [
            Json("""{"resourceType":"ConceptMap","id":"a","url":"urn:map","version":"1"}"""),
            Json("""{"resourceType":"ConceptMap","id":"b","url":"urn:map","version":"2"}"""),
            Json("""{"resourceType":"Patient","id":"no-url"}"""),
        ]);

        Assert.Equal("b", Id(set.Find("urn:map")));
        Assert.Equal("a", Id(set.Find("ConceptMap", "urn:map|1")));
        Assert.Empty(set.All("Patient"));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string? Id(JsonElement? definition) => definition?.GetProperty("id").GetString();
}
