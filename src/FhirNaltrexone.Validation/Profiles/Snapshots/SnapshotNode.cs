using System.Text.Json;
using FhirNaltrexone.Validation.Profiles.Schemas;
using FhirNaltrexone.Validation.Profiles.Structure;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Snapshots;

/// <summary>An element of a snapshot with the elements below it and its slices.</summary>
/// <param name="element">The element definition.</param>
internal sealed class SnapshotNode(JsonElement element)
{
    private readonly List<SnapshotNode> _children = [];
    private readonly List<SnapshotNode> _slices = [];

    /// <summary>The element definition.</summary>
    public JsonElement Element => element;

    /// <summary>Path in the snapshot.</summary>
    public string Path { get; } = element.Text("path") ?? "";

    /// <summary>Name without the mark of a choice.</summary>
    public string Name => BaseElements.NameOf(Path);

    /// <summary>Name of the slice; null for what is no slice.</summary>
    public string? SliceName { get; } = element.Text("sliceName");

    /// <summary>Whether it must stand there wherever the element above it does.</summary>
    public bool IsRequired => Cardinality.Min(element) > 0;

    /// <summary>The elements directly below.</summary>
    public IReadOnlyList<SnapshotNode> Children => _children;

    /// <summary>The slices; those of a slice are the ones into which it is sliced again.</summary>
    public IReadOnlyList<SnapshotNode> Slices => _slices;

    /// <summary>The child with a name, without the mark of a choice; null when there is none.</summary>
    public SnapshotNode? Child(string name) => _children.Find(child => child.Name == name);

    /// <summary>The element with an id, here or below; null when there is none.</summary>
    public SnapshotNode? Find(string id)
        => element.Text("id") == id ? this : _slices.Concat(_children).Select(node => node.Find(id)).FirstOrDefault(found => found is not null);

    /// <summary>Adds the next element of the snapshot that stands directly below this one.</summary>
    public void Add(SnapshotNode node)
    {
        var head = node.SliceName is null ? null : _children.Find(child => child.Path == node.Path);
        if (head is null) _children.Add(node);
        else head.AddSlice(node);
    }

    /// <summary>Adds a slice here, or to the slice whose name begins its own: <c>a/b</c> is a slice of <c>a</c>.</summary>
    private void AddSlice(SnapshotNode node)
    {
        var holder = _slices.Find(slice => node.SliceName!.StartsWith(slice.SliceName + "/", StringComparison.Ordinal));
        if (holder is null) _slices.Add(node);
        else holder.AddSlice(node);
    }
}
