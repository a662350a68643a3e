using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>Asserts that are true of something: a rule about all members of nothing proves nothing.</summary>
internal static class Should
{
    /// <summary>Every item passes, and there is at least one.</summary>
    public static void HoldForAll<T>(IEnumerable<T> items, Action<T> check)
    {
        var list = items.ToList();
        Assert.NotEmpty(list);
        Assert.All(list, check);
    }

    /// <summary>The member is a JSON string that is not empty; its text is returned.</summary>
    public static string BeText(JsonObject parent, string member)
    {
        Assert.True(parent[member] is JsonValue, $"{member} of {parent.ToJsonString()}");
        Assert.Equal(JsonValueKind.String, parent[member]!.GetValueKind());
        var text = (string)parent[member]!;
        Assert.NotEmpty(text);
        return text;
    }

    /// <summary>The member is an absolute http address.</summary>
    public static void BeAbsolute(JsonObject parent, string member)
    {
        Assert.True(Uri.TryCreate(BeText(parent, member), UriKind.Absolute, out var uri));
        Assert.StartsWith("http", uri.Scheme, StringComparison.Ordinal);
    }

    /// <summary>Nothing at any depth is null or empty.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="mayBeEmpty">Path of the one array that may be empty.</param>
    public static void HoldNoEmptyValue(JsonNode? node, string mayBeEmpty)
    {
        Assert.NotNull(node);
        switch (node)
        {
            case JsonObject members:
                Assert.True(members.Count > 0, node.GetPath());
                Assert.All(members, member => HoldNoEmptyValue(member.Value, mayBeEmpty));
                break;
            case JsonArray items:
                Assert.True(items.Count > 0 || node.GetPath() == mayBeEmpty, node.GetPath());
                Assert.All(items, item => HoldNoEmptyValue(item, mayBeEmpty));
                break;
            default:
                Assert.True(node.ToJsonString() != "\"\"", node.GetPath());
                break;
        }
    }
}
