using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Knowledge.Apply.Values;

/// <summary>
/// Sets the element at a path of a resource in the making, by the types of FHIR R4: <c>dosageInstruction.doseAndRate.doseQuantity</c>,
/// <c>occurrence</c> or <c>note[0].text</c>. A path through a list applies to every entry; what is missing on the way is added.
/// </summary>
internal static partial class ElementSetter
{
    /// <summary>Sets a value.</summary>
    /// <param name="target">The element the path starts at.</param>
    /// <param name="type">Its type.</param>
    /// <param name="path">Names, each with an index where one entry of a list is meant.</param>
    /// <param name="value">Value of an expression.</param>
    /// <returns>What is wrong, as a part of a sentence; null when it was set.</returns>
    public static string? Set(JsonObject target, ElementType type, string path, object? value)
        => Path().IsMatch(path) ? Set(target, type, path.Split('.'), 0, value) : "the path is none of element names";

    private static string? Set(JsonObject target, ElementType type, string[] steps, int depth, object? value)
    {
        var (name, index) = Split(steps[depth]);
        var isLeaf = depth == steps.Length - 1;
        if (Child(type, name, isLeaf ? value : null) is not { } child) return $"there is no element {name} that could take the value";
        return isLeaf ? SetLeaf(target, type, child, index, value) : Descend(target, type, child, index, steps, depth, value);
    }

    private static string? SetLeaf(JsonObject target, ElementType type, ChildDefinition child, int? index, object? value)
    {
        JsonNode?[] written = child.IsList && value is object?[] many
            ? [.. many.Select(item => FhirValues.Write(item, child.Type.Name))]
            : [FhirValues.Write(value is object?[] { Length: 1 } one ? one[0] : value, child.Type.Name)];
        if (written.Length == 0 || written.Contains(null)) return $"the value is none of type {child.Type.Name}";
        RemoveOthers(target, type, child);
        if (!child.IsList) target[child.JsonName] = written[0];
        else if (index is not { } place || target[child.JsonName] is not JsonArray list || place >= list.Count) target[child.JsonName] = new JsonArray(written);
        else list[place] = written[0];
        return null;
    }

    private static string? Descend(JsonObject target, ElementType type, ChildDefinition child, int? index, string[] steps, int depth, object? value)
    {
        if (child.Type.IsPrimitive) return $"{child.JsonName} has no elements of its own";
        RemoveOthers(target, type, child);
        if (child.IsList && target[child.JsonName] is not JsonArray { Count: > 0 }) target[child.JsonName] = new JsonArray(new JsonObject());
        if (!child.IsList && target[child.JsonName] is not JsonObject) target[child.JsonName] = new JsonObject();
        var entries = target[child.JsonName] is JsonArray list ? [.. list.OfType<JsonObject>()] : new[] { target[child.JsonName]!.AsObject() };
        if (index is { } place && place >= entries.Length) return $"{child.JsonName} has no entry {place}";
        foreach (var entry in index is { } one ? [entries[one]] : entries)
        {
            if (Set(entry, child.Type, steps, depth + 1, value) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>An element by its JSON name, or by its plain name: then the type of the value says which of a choice is meant.</summary>
    private static ChildDefinition? Child(ElementType type, string name, object? value)
    {
        if (type.Child(name) is { } exact) return exact;
        var choices = type.Named(name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name);
        foreach (var wanted in FhirValues.TypesOf(value is object?[] { Length: > 0 } list ? list[0] : value))
        {
            if (choices.FirstOrDefault(choice => choice.Type.Name == wanted) is { } fit) return fit;
        }

        return null;
    }

    private static void RemoveOthers(JsonObject target, ElementType type, ChildDefinition child)
    {
        target.Remove("_" + child.JsonName);
        if (!child.IsChoice) return;
        foreach (var other in type.Named(child.ElementName).Where(other => other.JsonName != child.JsonName)) target.Remove(other.JsonName);
    }

    private static (string Name, int? Index) Split(string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 || step.EndsWith("[x]", StringComparison.Ordinal) ? (step, null) : (step[..bracket], int.Parse(step[(bracket + 1)..^1], null));
    }

    [GeneratedRegex(@"^[a-z][A-Za-z]*(\[(x|\d{1,3})\])?(\.[a-z][A-Za-z]*(\[(x|\d{1,3})\])?){0,12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();
}
