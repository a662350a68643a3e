using System.Buffers;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>What a page link remembers.</summary>
/// <param name="Type">Type searched, or null.</param>
/// <param name="Compartment">Compartment, or null.</param>
/// <param name="Parameters">Parameters used.</param>
/// <param name="Now">When the search began.</param>
/// <param name="After">Where the page starts.</param>
internal sealed record PagingState(
    string? Type, CompartmentScope? Compartment, IReadOnlyList<KeyValuePair<string, string>> Parameters, DateTimeOffset Now, SearchCursor After)
{
    public PagingState(SearchRequest request, SearchCursor after)
        : this(request.Type, request.Compartment, request.Parameters, request.Now, after)
    {
    }

    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(Type);
            json.WriteStringValue(Compartment?.Type);
            json.WriteStringValue(Compartment?.Id);
            json.WriteStringValue(QueryText.Write(Parameters));
            json.WriteNumberValue(Now.ToUnixTimeMilliseconds());
            json.WriteNumberValue(After.Number);
            foreach (var value in After.Values) Write(json, value);
            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static PagingState FromJson(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        var items = document.RootElement.EnumerateArray().ToList();
        var compartment = items[1].GetString() is { } type ? new CompartmentScope(type, items[2].GetString()!) : null;
        return new PagingState(
            items[0].GetString(),
            compartment,
            QueryText.Read(items[3].GetString()!),
            DateTimeOffset.FromUnixTimeMilliseconds(items[4].GetInt64()),
            new SearchCursor([.. items.Skip(6).Select(Value)], items[5].GetInt64()));
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static object? Value(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => item.GetInt64(),
        _ => item.GetString(),
    };
}
