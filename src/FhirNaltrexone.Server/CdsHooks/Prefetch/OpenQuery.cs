using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>One template of the service and how far it has been answered.</summary>
internal sealed class OpenQuery(PrefetchTemplate template, Func<string, string?> fill)
{
    /// <summary>The template.</summary>
    public PrefetchTemplate Template => template;

    /// <summary>Its query with the tokens filled in; null when this call lacks one of them.</summary>
    /// <remarks>Filled in only when somebody asks: most calls bring every answer along, and queries with codes are long.</remarks>
    public string? Query => fill(template.Query);

    /// <summary>Whether it is a read by id, not a search.</summary>
    public bool IsRead => template.IsRead;

    /// <summary>The client's answer.</summary>
    public Answer Answer { get; set; } = new(AnswerState.Absent);

    /// <summary>Resources in the answer.</summary>
    public List<Found> Found { get; } = [];

    /// <summary>Whether it is known that nothing else is on file.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Code of the failure when the FHIR server was asked in vain.</summary>
    public string? EhrFailure { get; set; }
}
