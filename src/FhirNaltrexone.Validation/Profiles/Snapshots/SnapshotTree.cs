using System.Text.Json;

namespace FhirNaltrexone.Validation.Profiles.Snapshots;

/// <summary>Makes a tree of the list of elements that a snapshot is.</summary>
internal static class SnapshotTree
{
    /// <summary>Deepest nesting of elements, and of slices: no resource goes deeper, and what walks through the tree must not overflow the stack.</summary>
    private const int MaxDepth = 64;

    /// <summary>The root; null when there is no element, or when elements or slices are nested too deeply.</summary>
    /// <param name="elements">Elements of a snapshot, in their order.</param>
    public static SnapshotNode? Of(IEnumerable<JsonElement> elements)
    {
        SnapshotNode? root = null;
        var open = new Stack<SnapshotNode>();
        foreach (var element in elements)
        {
            var node = new SnapshotNode(element);
            if (node.Path.Count(each => each == '.') > MaxDepth || node.SliceName?.Count(each => each == '/') > MaxDepth) return null;
            while (open.Count > 0 && !node.Path.StartsWith(open.Peek().Path + ".", StringComparison.Ordinal)) open.Pop();
            if (open.Count > 0) open.Peek().Add(node);
            root ??= node;
            open.Push(node);
        }

        return root;
    }
}
