using System.Text.Json;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Finds the children of one name. It remembers what the last type says of the name, for mostly the next element is of the same type.</summary>
internal sealed class NamedChildren(string name)
{
    private Known? _last;

    /// <summary>Puts the children on the stack.</summary>
    public void Push(in FhirElement element, Evaluation run)
    {
        if (Of(element.Type) is { Only: { } only })
        {
            Push(only, element.Members, run);
            return;
        }

        foreach (var child in element.Children(name)) run.Add(FhirPathValue.Of(child));
    }

    /// <summary>Whether there is a child.</summary>
    public bool HasAny(in FhirElement element)
    {
        if (Of(element.Type) is { Only: { } only } && element.Members is { ValueKind: JsonValueKind.Object } members)
        {
            var isThere = members.TryGetProperty(only.Utf8Name, out var value);
            if (isThere && value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null)) return true;
            if (!isThere && !only.Type.IsPrimitive) return false;
        }

        return !element.Children(name).IsEmpty();
    }

    private static void Push(ChildDefinition only, JsonElement members, Evaluation run)
    {
        if (members.ValueKind != JsonValueKind.Object) return;
        members.TryGetProperty(only.Utf8Name, out var value);
        var companion = only.Type.IsPrimitive && members.TryGetProperty(only.Utf8CompanionName, out var found) ? found : default;
        var items = new ElementItems(value, companion);
        while (items.MoveNext()) run.Add(FhirPathValue.Of(only.Type.IsResource ? FhirElement.Root(items.Value) : new(items.Value, items.Companion, only.Type)));
    }

    /// <summary>Threads may write over one another here: what they read is right in any case.</summary>
    private Known Of(ElementType type)
    {
        if (_last is { } last && ReferenceEquals(last.Type, type)) return last;
        return _last = new(type, type.Named(name) is [{ IsChoice: false } only] ? only : null);
    }

    /// <summary>What a type says.</summary>
    /// <param name="Type">The type.</param>
    /// <param name="Only">The element; null for a choice, and where there is no such element.</param>
    private sealed record Known(ElementType Type, ChildDefinition? Only);
}
