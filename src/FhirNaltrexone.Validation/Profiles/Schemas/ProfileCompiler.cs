using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Slicing;
using FhirNaltrexone.Validation.Profiles.Snapshots;
using FhirNaltrexone.Validation.Profiles.Structure;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>
/// Compiles the snapshot of a profile to what it says beyond the type it constrains. What does not differ is left out, so that most of a snapshot
/// costs nothing.
/// </summary>
/// <param name="bases">Element definitions of the types.</param>
/// <param name="rules">Compiles constraints and bindings.</param>
/// <param name="snapshots">Gives snapshots.</param>
internal sealed class ProfileCompiler(BaseElements bases, RuleCompiler rules, SnapshotCatalogue snapshots)
{
    private readonly ValueRules _values = new(bases, rules, snapshots);
    private readonly SlicingCompiler _slicing = new(snapshots);

    /// <summary>Compiles a profile.</summary>
    /// <param name="definition">A StructureDefinition.</param>
    /// <param name="canonical">The canonical by which it was found; behind a hash perhaps the id of the one element that is meant.</param>
    public ProfileSchema Compile(JsonElement definition, string canonical)
    {
        var (url, tree) = (definition.Text("url") ?? "", snapshots.Find(canonical));
        if (Canonical.Parse(canonical).Fragment is { } element) url += "#" + element;
        var type = TypeCatalogue.Core.Find(tree?.Path ?? definition.Text("type") ?? "");
        if (tree is null) return new(url, type, null, new() { Name = "" });
        var root = new ElementRules
        {
            Name = tree.Name,
            Rules = [.. type is null ? [] : _values.OfRoot(tree.Element, type)],
            Children = Children(tree, type),
        };
        return new(url, type, tree, root);
    }

    private List<ElementRules> Children(SnapshotNode node, ElementType? type)
        => [.. node.Children.Select(child => Element(child, type)).Where(child => !child.IsEmpty)];

    private ElementRules Element(SnapshotNode node, ElementType? parent)
    {
        var (name, typeName) = NameIn(parent, node.Name);
        var known = parent is not null && bases.Of(parent).TryGetValue(name, out var found) ? found : default;
        var (min, max) = (Cardinality.Min(node.Element), Cardinality.Max(node.Element));
        return new()
        {
            Name = name,
            TypeName = typeName,
            Min = min > Cardinality.Min(known) ? min : 0,
            Max = max < Cardinality.Max(known) ? max : Cardinality.Unbounded,
            Rules = [.. _values.Of(node.Element, known)],
            Children = Children(node, TypeOf(node, parent, name)),
            Slicing = Slicing(node, parent, name, known),
        };
    }

    private SlicingRules? Slicing(SnapshotNode node, ElementType? parent, string name, JsonElement known)
    {
        if (node.Slices.Count == 0) return null;
        var slices = node.Slices.Select(slice => new SliceRules(slice.SliceName!, Slice(slice, parent, name, known), _slicing.Tests(node, slice)));
        return new(node.Element.Member("slicing"), [.. slices]);
    }

    private ElementRules Slice(SnapshotNode slice, ElementType? parent, string name, JsonElement known) => new()
    {
        Name = name,
        Min = Cardinality.Min(slice.Element),
        Max = Cardinality.Max(slice.Element),
        Rules = [.. _values.Of(slice.Element, known)],
        Children = Children(slice, TypeOf(slice, parent, name)),
        Slicing = Slicing(slice, parent, name, known),
    };

    /// <summary>Some snapshots name one type of a choice: <c>valueQuantity</c>.</summary>
    private static (string Name, string? TypeName) NameIn(ElementType? parent, string name)
        => parent?.Named(name).Count == 0 && parent.Child(name) is { IsChoice: true } choice ? (choice.ElementName, choice.Type.Name) : (name, null);

    private static ElementType? TypeOf(SnapshotNode node, ElementType? parent, string name)
    {
        if (parent?.Child(node.Name) is { } one) return one.Type;
        return node.Element.Items("type").ToList() is [var only] && parent?.Named(name).FirstOrDefault(child => child.Type.Name == only.Text("code")) is { } choice
            ? choice.Type
            : null;
    }
}
