namespace FhirNaltrexone.Knowledge;

/// <summary>One prefetch template a service publishes, in the query subset of CDS Hooks 2.0.</summary>
/// <param name="Key">Stable key in camel case, such as <c>liverTests</c>. The same key has the same query on every hook and service.</param>
/// <param name="ResourceType">FHIR type of the resources it asks for.</param>
/// <param name="Query">Read or search with tokens, such as <c>Condition?patient={{context.patientId}}</c>.</param>
/// <param name="Codes">Codes the search is restricted to, without system; empty for a read and for a search of the whole type.</param>
public sealed record PrefetchTemplate(string Key, string ResourceType, string Query, IReadOnlyList<string> Codes)
{
    /// <summary>Whether it is a read by id, not a search.</summary>
    public bool IsRead { get; } = !Query.Contains('?', StringComparison.Ordinal);

    /// <summary>Place of the answer in a call, as issues name it.</summary>
    public string Place { get; } = $"prefetch.{Key}";
}
