namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The compartment a search is confined to: <c>Patient/1</c> of <c>Patient/1/Observation</c>.</summary>
/// <param name="Type">Type of the compartment.</param>
/// <param name="Id">Logical id of the resource it is named after.</param>
public sealed record CompartmentScope(string Type, string Id);
