using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>The children of an element, all or those of one name, to be enumerated without making objects.</summary>
public struct ElementChildren
{
    private readonly FhirElement _parent;
    private readonly string? _name;
    private JsonElement.ObjectEnumerator _members;
    private ChildDefinition? _only;
    private ElementItems _items;

    internal ElementChildren(in FhirElement parent, string? name)
    {
        _parent = parent;
        _name = name;
        if (parent.Members.ValueKind != JsonValueKind.Object) return;
        var definitions = name is null ? null : parent.Type.Named(name);
        if (definitions is { Count: 0 }) return;
        if (definitions is [{ IsChoice: false } only]) _only = only;
        else _members = parent.Members.EnumerateObject();
    }

    /// <summary>The element at which the enumeration is.</summary>
    public FhirElement Current { get; private set; }

    /// <summary>What the type of the parent says of the element at which the enumeration is; null before the first one.</summary>
    public ChildDefinition? Definition { get; private set; }

    /// <summary>Goes to the next element.</summary>
    public bool MoveNext()
    {
        while (!_items.MoveNext())
        {
            if (!NextMember()) return false;
        }

        // A place for any resource: the type is the one the resource names.
        Current = Definition!.Type is { IsResource: true }
            ? FhirElement.Root(_items.Value)
            : new(_items.Value, _items.Companion, Definition.Type);
        return true;
    }

    /// <summary>Itself: makes foreach work.</summary>
    public readonly ElementChildren GetEnumerator() => this;

    /// <summary>Whether there is none. Does not move the enumeration.</summary>
    public readonly bool IsEmpty()
    {
        var copy = this;
        return !copy.MoveNext();
    }

    private bool NextMember()
    {
        if (_only is { } only)
        {
            _only = null;
            Open(only, Member(only.Utf8Name), Companion(only));
            return true;
        }

        while (_members.MoveNext())
        {
            if (OpenMember(_members.Current)) return true;
        }

        return false;
    }

    private bool OpenMember(JsonProperty member)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        var isCompanion = name is [(byte)'_', ..];
        if (_parent.Type.Child(isCompanion ? name[1..] : name) is not { } definition || (_name is not null && definition.ElementName != _name)) return false;
        if (!isCompanion) Open(definition, member.Value, Companion(definition));
        else if (!definition.Type.IsPrimitive || _parent.Members.TryGetProperty(definition.Utf8Name, out _)) return false;
        else Open(definition, default, member.Value);
        return true;
    }

    private void Open(ChildDefinition definition, JsonElement value, JsonElement companion)
    {
        Definition = definition;
        _items = new(value, companion);
    }

    private readonly JsonElement Companion(ChildDefinition definition) => definition.Type.IsPrimitive ? Member(definition.Utf8CompanionName) : default;

    private readonly JsonElement Member(ReadOnlySpan<byte> name) => _parent.Members.TryGetProperty(name, out var value) ? value : default;
}
