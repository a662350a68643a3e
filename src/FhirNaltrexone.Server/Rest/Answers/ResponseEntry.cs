using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>What a batch or transaction answers to one entry.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Version">The version the entry read or made; null for none.</param>
/// <param name="Body">Resource to deliver; null for none.</param>
/// <param name="Issues">What there is to say about it; empty for nothing.</param>
internal sealed record ResponseEntry(int Status, ResourceVersion? Version, AnswerBody? Body, IReadOnlyList<Issue> Issues);
