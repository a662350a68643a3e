using FhirNaltrexone.Server.Rest.Negotiation;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>What a request says besides its address and body.</summary>
internal sealed record RestRequest
{
    /// <summary>Base URL as the client knows it, without slash at the end.</summary>
    public required string Base { get; init; }

    /// <summary>Parameters of the URL, decoded, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Format of the answer.</summary>
    public FhirFormat Format { get; init; } = FhirFormat.Json;

    /// <summary>Media types wanted when a Binary is read and no format of FHIR is named: then its data are wanted (FHIR R4, Binary). Empty otherwise.</summary>
    public IReadOnlyList<MediaTypeHeaderValue> RawTypes { get; init; } = [];

    /// <summary>Whether the answer is indented.</summary>
    public bool IsPretty { get; init; }

    /// <summary>The header Prefer.</summary>
    public Preferences Prefer { get; init; } = Preferences.Read([]);
}
