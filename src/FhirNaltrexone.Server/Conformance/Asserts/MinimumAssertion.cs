using System.Text;
using System.Text.Json;
using FhirNaltrexone.Server.Conformance.Running;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>All that a fixture has must be in the body too; the body may have more.</summary>
internal static class MinimumAssertion
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Nesting.Resource };

    public static Verdict Check(AssertionScope scope)
    {
        var id = scope.Claim.MinimumId!;
        var minimum = Parse(scope.Fill(Encoding.UTF8.GetString(scope.Find(id).Body.Span)), id);
        var missing = Missing(minimum, scope.Resource, "");
        return new(missing is null, missing is null ? $"All of {id} is there" : $"{missing} of {id} is missing or has another value");
    }

    private static JsonElement Parse(string text, string id)
    {
        try
        {
            return JsonDocument.Parse(text, Options).RootElement;
        }
        catch (JsonException)
        {
            throw new ScriptFault($"{id} holds no JSON.");
        }
    }

    // Each value of a list must be found in the list of the body, in whatever order.
    private static string? Missing(JsonElement minimum, JsonElement found, string path)
    {
        if (minimum.ValueKind != found.ValueKind) return path;
        return minimum.ValueKind switch
        {
            JsonValueKind.Object => minimum.EnumerateObject().Select(member => MissingMember(member, found, path)).FirstOrDefault(missing => missing is not null),
            JsonValueKind.Array => minimum.EnumerateArray()
                .Select((value, index) => found.EnumerateArray().Any(other => Missing(value, other, "") is null) ? null : $"{path}[{index}]")
                .FirstOrDefault(missing => missing is not null),
            _ => JsonElement.DeepEquals(minimum, found) ? null : path,
        };
    }

    private static string? MissingMember(JsonProperty member, JsonElement found, string path)
    {
        var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
        return found.TryGetProperty(member.Name, out var value) ? Missing(member.Value, value, inner) : inner;
    }
}
