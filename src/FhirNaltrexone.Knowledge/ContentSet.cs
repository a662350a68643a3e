using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge;

/// <summary>All clinical content of one build: services, rules, vocabulary and thresholds, loaded and checked as a whole. Immutable.</summary>
public sealed class ContentSet
{
    private ContentSet(IReadOnlyList<Service> services) => Services = services;

    /// <summary>The CDS services, one for each PlanDefinition, in the order of their ids.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>Loads the content embedded in this assembly.</summary>
    /// <param name="thresholdOverrides">Threshold key to value, as text; keys that are not named keep their default.</param>
    /// <returns>The content set, checked completely.</returns>
    /// <exception cref="KnowledgeException">Content or overrides cannot be used; every problem is named.</exception>
    public static ContentSet LoadEmbedded(IReadOnlyDictionary<string, string> thresholdOverrides) => Load(EmbeddedContent.Read(), thresholdOverrides);

    /// <summary>Loads content from the files given.</summary>
    /// <param name="files">The files of <c>profiles/generated</c>, in any order.</param>
    /// <param name="thresholdOverrides">Threshold key to value, as text; keys that are not named keep their default.</param>
    /// <returns>The content set, checked completely.</returns>
    /// <exception cref="KnowledgeException">Content or overrides cannot be used; every problem is named.</exception>
    public static ContentSet Load(IEnumerable<ContentFile> files, IReadOnlyDictionary<string, string> thresholdOverrides)
        => new(new ContentReader([.. files], thresholdOverrides).Read());
}
