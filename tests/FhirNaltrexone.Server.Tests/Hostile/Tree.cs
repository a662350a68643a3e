using System.Globalization;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Finds and replaces nodes by paths such as <c>context.draftOrders.entry[0].resource</c>.</summary>
internal static class Tree
{
    /// <summary>The node with one place replaced; a missing member is added.</summary>
    public static JsonObject With(this JsonObject root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        var parent = steps[..^1].Aggregate((JsonNode)root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (steps[^1] is int last)
        {
            parent[last] = value;
        }
        else
        {
            parent[(string)steps[^1]] = value;
        }

        return root;
    }

    /// <summary>The node without one member.</summary>
    public static JsonObject Without(this JsonObject root, string path)
    {
        var cut = path.LastIndexOf('.');
        var parent = cut < 0 ? root : root.At(path[..cut]).AsObject();
        Assert.True(parent.Remove(path[(cut + 1)..]), path);
        return root;
    }

    /// <summary>The node at a path.</summary>
    public static JsonNode At(this JsonObject root, string path)
        => Steps(path).Aggregate((JsonNode)root, (node, step) => step is int index ? node[index]! : node[(string)step]!);

    private static object[] Steps(string path) =>
    [
        .. path.Split('.').SelectMany(part => part.Split('[')).Select(step =>
            step.EndsWith(']') ? (object)int.Parse(step[..^1], CultureInfo.InvariantCulture) : step),
    ];
}
