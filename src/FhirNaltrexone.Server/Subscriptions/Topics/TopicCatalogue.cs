using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace FhirNaltrexone.Server.Subscriptions.Topics;

/// <summary>All topics of this server.</summary>
internal sealed class TopicCatalogue
{
    private const string Prefix = "topics/";

    private readonly Dictionary<string, Topic> _topics;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="topics">Topics with different URLs.</param>
    public TopicCatalogue(IEnumerable<Topic> topics) => _topics = topics.ToDictionary(topic => topic.Url, StringComparer.Ordinal);

    /// <summary>All topics, by URL.</summary>
    public IEnumerable<Topic> All => _topics.Values.OrderBy(topic => topic.Url, StringComparer.Ordinal);

    /// <summary>The URLs of the topics that come with this program.</summary>
    public static IEnumerable<string> EmbeddedUrls => Embedded().Select(topic => Elements.Text(topic, "url")!);

    /// <summary>The topics that come with this program.</summary>
    public static TopicCatalogue Load(TopicReader reader) => new(Embedded().Select(reader.Read));

    /// <summary>Finds a topic by its canonical, with or without version.</summary>
    public bool TryFind(string canonical, [NotNullWhen(true)] out Topic? topic)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        return _topics.TryGetValue(bar < 0 ? canonical : canonical[..bar], out topic) && (bar < 0 || canonical[(bar + 1)..] == topic.Version);
    }

    private static IEnumerable<JsonElement> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            yield return document.RootElement.Clone();
        }
    }
}
