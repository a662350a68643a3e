using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>Evaluates expressions for tests and tells results as text: <c>{}</c>, <c>true</c>, <c>'a', 'b'</c>, or <c>error</c>.</summary>
internal static class Paths
{
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, 535, TimeSpan.FromHours(-5));

    private const string Nothing = """{"resourceType":"Basic","code":{"text":"x"}}""";

    public static FhirPathExpression Parse(string text) => FhirPathExpression.TryParse(text, FhirPathLimits.Trusted, out var expression, out var error)
        ? expression
        : throw new InvalidOperationException($"{text}: {error}");

    public static FhirElement Resource(string json) => FhirElement.Root(JsonDocument.Parse(json).RootElement);

    public static FhirPathContext Context(FhirElement resource) => new() { Resource = resource, RootResource = resource, Now = Now };

    public static string Evaluate(string text, string resource = Nothing)
    {
        var root = Resource(resource);
        return Tell(Parse(text).Evaluate(root, Context(root)));
    }

    public static string Tell(FhirPathResult result)
        => result.Error is not null ? "error" : result.Values.Count == 0 ? "{}" : string.Join(", ", result.Values.Select(Tell));

    private static string Tell(FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.String => $"'{value.Text}'",
        FhirPathKind.Date or FhirPathKind.DateTime => $"@{value}",
        FhirPathKind.Time => $"@T{value}",
        FhirPathKind.Element when value.Element.Value.ValueKind == JsonValueKind.String => $"'{value.Element.Value.GetString()}'",
        FhirPathKind.Element when value.Element.Value.ValueKind == JsonValueKind.Object => value.Element.Type.Name,
        _ => value.ToString(),
    };
}
