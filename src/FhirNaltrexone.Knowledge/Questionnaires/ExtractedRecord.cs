using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>What a part of a response becomes: one change of the server that keeps the records.</summary>
/// <param name="Id">Stable id: the same answer gives the same, whenever it is extracted.</param>
/// <param name="Method">PUT, POST or DELETE.</param>
/// <param name="Url">What the change is made to, relative to the server.</param>
/// <param name="Resource">The record; null when an earlier one is withdrawn.</param>
/// <param name="Origin">FHIRPath of what it was made from, in the response or the questionnaire.</param>
public sealed record ExtractedRecord(Guid Id, string Method, string Url, JsonObject? Resource, string Origin)
{
    /// <summary>Further conditions of the change, by their name in Bundle.entry.request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Conditions { get; init; } = [];

    /// <summary>Address by which others in the Bundle can refer to it; null for the usual one.</summary>
    public string? FullUrl { get; init; }
}
