using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Structure;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>
/// Checks resources against FHIR R4 and against profiles. What definitions say is compiled once, when it is needed for the first time. Thread-safe;
/// of the resources it has seen it keeps nothing but a limited number of codes that were right.
/// </summary>
/// <param name="definitions">Where types, profiles and extensions are found.</param>
/// <param name="terminology">Knows the codes; when not given, what the definitions themselves say.</param>
/// <param name="clock">The clock of expressions; that of the system when not given.</param>
public sealed class Validator(DefinitionSet definitions, TerminologyService? terminology = null, TimeProvider? clock = null)
{
    private readonly ValidationEnvironment _environment = new(definitions, terminology ?? new(definitions), clock ?? TimeProvider.System);

    /// <summary>Checks a resource that was read by <see cref="ContentReader"/>; issues tell line and column unless it was converted from XML.</summary>
    /// <param name="content">The resource.</param>
    /// <param name="request">Against what, and how; null for the defaults.</param>
    /// <returns>Every issue found, up to the limit of the request; empty when there is nothing to say. Only errors make a resource invalid.</returns>
    public IReadOnlyList<Issue> Validate(ResourceContent content, ValidationRequest? request = null)
        => Validate(content.Root, content.IsConverted ? default : new(content.Json, default), request ?? ValidationRequest.Default);

    /// <summary>Checks a resource; issues tell line and column within it.</summary>
    /// <param name="resource">A JSON object that has passed the guards of <see cref="ContentReader"/>.</param>
    /// <param name="request">Against what, and how; null for the defaults.</param>
    /// <returns>Every issue found, up to the limit of the request; empty when there is nothing to say. Only errors make a resource invalid.</returns>
    public IReadOnlyList<Issue> Validate(JsonElement resource, ValidationRequest? request = null)
        => Validate(resource, new(null, resource), request ?? ValidationRequest.Default);

    private IReadOnlyList<Issue> Validate(JsonElement resource, TextPlaces places, ValidationRequest request)
    {
        if (request.Mode == ValidationMode.Delete) return [];
        var run = new ValidationRun(resource, places, request, new(request.Within ?? FhirElement.TypeOf(resource).Name), _environment);
        if (request.Mode == ValidationMode.Update && !resource.TryGetProperty("id"u8, out _)) run.ReportChild("id", ValidationMessages.NoId, resource);
        new ResourceWalk(_environment.Schemas, run).Resource(resource, run.Scope);
        return run.Issues;
    }
}
