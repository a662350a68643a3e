using System.Text.Json;

namespace FhirNaltrexone.Cql.Elm;

/// <summary>One ELM library: its name and the root node its sections are read from.</summary>
internal sealed class ElmLibrary
{
    /// <summary>Expressions nest deeper than documents usually do; ELM is our own content, not input.</summary>
    private const int Depth = 1024;

    private ElmLibrary(ElmNode root, string name, string? version) => (Root, Name, Version) = (root, name, version);

    public ElmNode Root { get; }

    public string Name { get; }

    public string? Version { get; }

    /// <summary>Reads a library.</summary>
    /// <exception cref="CqlException">The text is no ELM JSON.</exception>
    public static ElmLibrary Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Depth });
            var root = new ElmNode(document.RootElement).Child("library");
            var identifier = root.Child("identifier");
            return new ElmLibrary(root, identifier.Text("id") ?? throw Unreadable("it has no library identifier"), identifier.Text("version"));
        }
        catch (JsonException error)
        {
            throw Unreadable(error.Message);
        }
    }

    private static CqlException Unreadable(string reason) => new([new CqlProblem("(unknown)", null, null, $"The ELM cannot be read: {reason}.")]);
}
