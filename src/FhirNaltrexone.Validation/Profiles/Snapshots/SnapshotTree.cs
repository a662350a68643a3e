using System.Text.Json;

namespace FhirNaltrexone.Validation.Profiles.Snapshots;

/// <summary>Makes a tree of the list of elements that a snapshot is.</summary>
internal static class SnapshotTree
{
    /// <summary>The root; null when there is no element.</summary>
    /// <param name="elements">Elements of a snapshot, in their order.</param>
    public static SnapshotNode? Of(IEnumerable<JsonElement> elements)
    {
        SnapshotNode? root = null;
        var open = new Stack<SnapshotNode>();
        foreach (var element in elements)
        {
            var node = new SnapshotNode(element);
            while (open.Count > 0 && !node.Path.StartsWith(open.Peek().Path + ".", StringComparison.Ordinal)) open.Pop();
            if (open.Count > 0) open.Peek().Add(node);
            root ??= node;
            open.Push(node);
        }

        return root;
    }
}
