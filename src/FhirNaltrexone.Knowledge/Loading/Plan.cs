using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>One PlanDefinition, read and checked.</summary>
internal sealed record Plan(string Id, string Url, string Title, string Description, string? Usage, IReadOnlyList<Rule> Rules);
