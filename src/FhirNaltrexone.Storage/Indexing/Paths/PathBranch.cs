using System.Collections.Frozen;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>A way from a resource or element to values of one type. What does not have the expected shape is passed over.</summary>
/// <param name="Type">Type of the values; the abstract type Resource stands for any resource.</param>
/// <param name="Parent">Type that has the last member of the way; empty at its start.</param>
/// <param name="Steps">The way.</param>
internal sealed record PathBranch(string Type, string Parent, PathStep[] Steps)
{
    /// <summary>Code system of each code, where the binding says.</summary>
    public FrozenDictionary<string, string>? Systems { get; init; }

    /// <summary>Whether the way starts at the resource, even when evaluated on one of its elements.</summary>
    public bool IsFromResource { get; init; }

    /// <summary>Whether it selects one element at most.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether the values are family names.</summary>
    public bool IsFamily => Parent == "HumanName" && Steps is [.., PathStep.Member last] && last.Name.AsSpan().SequenceEqual("family"u8);

    /// <summary>Visits what lies at the end of the way.</summary>
    public void Walk(JsonElement start, PathContext context, IPathVisitor visitor)
        => Walk(IsFromResource ? context.Resource : start, context, visitor, 0);

    /// <summary>The same from a step on; <paramref name="current"/> may be an array.</summary>
    public void Walk(JsonElement current, PathContext context, IPathVisitor visitor, int step)
    {
        switch (current.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in current.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.Array) Walk(item, context, visitor, step);
                }

                return;
            case JsonValueKind.Null:
                return;
        }

        if (step == Steps.Length)
        {
            visitor.Visit(this, current);
            return;
        }

        switch (Steps[step])
        {
            case PathStep.Member member:
                if (current.ValueKind == JsonValueKind.Object && current.TryGet(member.Name, out var value))
                    Walk(value, context, visitor, step + 1);
                break;
            case PathStep.Filter filter:
                if (filter.Condition(current, context) == true) Walk(current, context, visitor, step + 1);
                break;
            case PathStep.Item item:
                if (Item(current, item) is { } one) Walk(one, context, visitor, step + 1);
                break;
        }
    }

    private static JsonElement? Item(JsonElement current, PathStep.Item step)
    {
        if (current.ValueKind != JsonValueKind.Object || !current.TryGet(step.Name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Array) return step.Index == 0 ? value : null;
        return step.Index < value.GetArrayLength() ? value[step.Index] : null;
    }
}
