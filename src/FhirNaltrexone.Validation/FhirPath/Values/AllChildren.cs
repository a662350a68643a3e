using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Finds the children of whatever name. Objects without companions, almost all, are gone through member by member.</summary>
internal static class AllChildren
{
    /// <summary>Puts the children of an item on the stack; values have none.</summary>
    public static void Push(int index, Evaluation run)
    {
        if (run[index].Kind != FhirPathKind.Element) return;
        var element = run[index].Element;
        if (element.Members.ValueKind != JsonValueKind.Object || TryPush(element, run)) return;
        foreach (var child in element.Children()) run.Add(FhirPathValue.Of(child));
    }

    /// <summary>Number of children.</summary>
    public static int Count(in FhirElement element)
    {
        if (element.Members is not { ValueKind: JsonValueKind.Object } members) return 0;
        var count = 0;
        foreach (var member in members.EnumerateObject())
        {
            if (IsCompanion(member)) return CountOneByOne(element);
            if (element.Type.Child(JsonMarshal.GetRawUtf8PropertyName(member)) is null) continue;
            count += member.Value.ValueKind switch
            {
                JsonValueKind.Array => member.Value.GetArrayLength(),
                JsonValueKind.Null => 0,
                _ => 1,
            };
        }

        return count;
    }

    private static bool IsCompanion(JsonProperty member) => JsonMarshal.GetRawUtf8PropertyName(member) is [(byte)'_', ..];

    private static int CountOneByOne(in FhirElement element)
    {
        var count = 0;
        foreach (var _ in element.Children()) count++;
        return count;
    }

    /// <summary>False, and the stack as before, when there is a companion.</summary>
    private static bool TryPush(in FhirElement element, Evaluation run)
    {
        var mark = run.Count;
        foreach (var member in element.Members.EnumerateObject())
        {
            if (IsCompanion(member))
            {
                run.Cut(mark);
                return false;
            }

            if (element.Type.Child(JsonMarshal.GetRawUtf8PropertyName(member)) is not { } definition) continue;
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in member.Value.EnumerateArray()) Add(item, definition.Type, run);
            }
            else
            {
                Add(member.Value, definition.Type, run);
            }
        }

        return true;
    }

    private static void Add(JsonElement value, ElementType type, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Null) run.Add(FhirPathValue.Of(type.IsResource ? FhirElement.Root(value) : new(value, default, type)));
    }
}
