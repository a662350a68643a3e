using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>A line read: something to store, or why not. Empty lines are neither.</summary>
/// <param name="Number">Number of the line within its input, from 1.</param>
/// <param name="Update">What is to be stored.</param>
/// <param name="Issues">Why not.</param>
internal sealed record ImportLine(long Number, GroupUpdate? Update, IReadOnlyList<Issue> Issues);
