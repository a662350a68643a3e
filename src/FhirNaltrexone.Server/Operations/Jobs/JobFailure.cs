using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>The stored reason of a failure.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Issues">What was wrong.</param>
internal sealed record JobFailure(int Status, IReadOnlyList<Issue> Issues)
{
    /// <summary>As JSON for the store.</summary>
    public static string Write(Refusal refusal) => JsonSerializer.Serialize(new JobFailure(refusal.Status, refusal.Issues));

    /// <summary>Back from the store.</summary>
    public static Refusal Read(string json)
    {
        var failure = JsonSerializer.Deserialize<JobFailure>(json)!;
        return new(failure.Status, failure.Issues);
    }
}
