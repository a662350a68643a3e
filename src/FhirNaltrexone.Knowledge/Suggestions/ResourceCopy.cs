using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>
/// Copies a FHIR resource as JSON with some elements set: everything else stays as it is, in its order. A path through a list applies to every
/// entry; missing elements are added at the end of their parent.
/// </summary>
internal static class ResourceCopy
{
    // A summary of a drug name is read by people in a browser: text stays readable, the reader of JSON needs no more escapes than JSON's own.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the copy, or returns null when a change contradicts the resource and would make it wrong or invalid.</summary>
    public static ReadOnlyMemory<byte>? Write(JsonElement resource, List<ElementChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            if (!WriteObject(writer, resource, changes, 0))
            {
                return null;
            }
        }

        if (TouchesPeriod(changes) && !Periods.InOrder(JsonElement.Parse(buffer.WrittenSpan)))
        {
            return null;
        }

        return buffer.WrittenMemory;
    }

    private static bool TouchesPeriod(List<ElementChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Path.Names[^1] is "start" or "end")
            {
                return true;
            }
        }

        return false;
    }

    private static bool WriteObject(Utf8JsonWriter writer, JsonElement? source, List<ElementChange> changes, int depth)
    {
        writer.WriteStartObject();
        if (source is { ValueKind: JsonValueKind.Object } present)
        {
            foreach (var property in present.EnumerateObject())
            {
                if (!WriteProperty(writer, property, changes, depth))
                {
                    return false;
                }
            }
        }

        var complete = WriteMissing(writer, source, changes, depth);
        writer.WriteEndObject();
        return complete;
    }

    private static bool WriteProperty(Utf8JsonWriter writer, JsonProperty property, List<ElementChange> changes, int depth)
    {
        if (ReplacesSibling(property.Name, changes, depth))
        {
            return true; // The extensions of a primitive (_start) describe the old value.
        }

        if (IsOtherChoice(property.Name, changes, depth))
        {
            return false;
        }

        var inner = For(property.Name, changes, depth);
        if (inner.Count == 0)
        {
            property.WriteTo(writer);
            return true;
        }

        writer.WritePropertyName(property.Name);
        return WriteValue(writer, property.Value, inner, depth);
    }

    private static bool WriteValue(Utf8JsonWriter writer, JsonElement? source, List<ElementChange> changes, int depth)
    {
        if (source is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
        {
            return WriteEntries(writer, list, changes, depth);
        }

        if (source is null or { ValueKind: JsonValueKind.Array } && changes[0].Path.IsList[depth])
        {
            writer.WriteStartArray();
            var written = WriteSingle(writer, null, changes, depth);
            writer.WriteEndArray();
            return written;
        }

        return WriteSingle(writer, source, changes, depth);
    }

    private static bool WriteEntries(Utf8JsonWriter writer, JsonElement list, List<ElementChange> changes, int depth)
    {
        writer.WriteStartArray();
        foreach (var entry in list.EnumerateArray())
        {
            if (!WriteSingle(writer, entry, changes, depth))
            {
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }

    private static bool WriteSingle(Utf8JsonWriter writer, JsonElement? source, List<ElementChange> changes, int depth)
    {
        if (changes[0].Path.Names.Count > depth + 1)
        {
            return WriteObject(writer, source, changes, depth + 1);
        }

        changes[0].Value(writer);
        return true;
    }

    private static bool WriteMissing(Utf8JsonWriter writer, JsonElement? source, List<ElementChange> changes, int depth)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var name = changes[i].Path.Names[depth];
            if (IsPresent(source, name) || IsRepeated(changes, i, depth))
            {
                continue;
            }

            writer.WritePropertyName(name);
            if (!WriteValue(writer, null, For(name, changes, depth), depth))
            {
                return false;
            }
        }

        return true;
    }

    private static List<ElementChange> For(string name, List<ElementChange> changes, int depth)
    {
        List<ElementChange> found = [];
        foreach (var change in changes)
        {
            if (change.Path.Names[depth] == name)
            {
                found.Add(change);
            }
        }

        return found;
    }

    private static bool IsPresent(JsonElement? source, string name)
        => source is { ValueKind: JsonValueKind.Object } present && present.TryGetProperty(name, out _);

    private static bool IsRepeated(List<ElementChange> changes, int index, int depth)
    {
        for (var i = 0; i < index; i++)
        {
            if (changes[i].Path.Names[depth] == changes[index].Path.Names[depth])
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReplacesSibling(string name, List<ElementChange> changes, int depth)
    {
        foreach (var change in changes)
        {
            var isLeaf = change.Path.Names.Count == depth + 1;
            if (isLeaf && name.Length > 1 && name[0] == '_' && name.AsSpan(1).SequenceEqual(change.Path.Names[depth]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the property is another type of a choice element that a change sets: bounds[x] cannot be a Period and a Duration.</summary>
    private static bool IsOtherChoice(string name, List<ElementChange> changes, int depth)
    {
        foreach (var change in changes)
        {
            if (change.Path.Names[depth] != name && ChoiceElements.SameChoice(name, change.Path.Names[depth]))
            {
                return true;
            }
        }

        return false;
    }
}
