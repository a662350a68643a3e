using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Content;

/// <summary>What came of reading a resource: the content, or why it is refused.</summary>
/// <param name="Content">The resource; null when there is an issue.</param>
/// <param name="Issues">Every defect found, up to a limit; empty when the content is good.</param>
public sealed record ContentReading(ResourceContent? Content, IReadOnlyList<Issue> Issues)
{
    /// <summary>A resource that can be used.</summary>
    /// <param name="content">The resource.</param>
    public static ContentReading Good(ResourceContent content) => new(content, []);

    /// <summary>A text that is refused.</summary>
    /// <param name="issues">At least one.</param>
    public static ContentReading Bad(IReadOnlyList<Issue> issues) => new(null, issues);
}
