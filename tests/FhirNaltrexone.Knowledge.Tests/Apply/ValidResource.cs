using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>Holds resources to FHIR R4 by our validator and by the strict reading of the Firely SDK.</summary>
internal static class ValidResource
{
    private static readonly Validator Validator = new(DefinitionSet.Core.With(EmbeddedContent.Read()
        .Where(file => file.Path.StartsWith("resources/", StringComparison.Ordinal)).Select(file => JsonDocument.Parse(file.Content).RootElement)));

    public static void Check(JsonObject resource)
    {
        var text = resource.ToJsonString();

        var issues = Validator.Validate(JsonElement.Parse(text)).Where(issue => issue.Severity is IssueSeverity.Error or IssueSeverity.Fatal);

        Assert.True(!issues.Any(), string.Join('\n', issues.Select(issue => $"{issue.Expression}: {issue.Text}")));
        new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict)).DeserializeResource(text);
    }
}
