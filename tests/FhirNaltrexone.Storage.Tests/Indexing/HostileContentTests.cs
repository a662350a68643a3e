using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Tests.Indexing.Paths;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Tests.Indexing;

/// <summary>Whatever JSON comes, extraction ends, throws nothing and keeps its promises.</summary>
public class HostileContentTests
{
    private static readonly IndexExtractor Extractor = new(SearchParameterSet.Core, new IndexingOptions());

    /// <summary>HALF becomes half a surrogate pair, which JsonNode cannot write.</summary>
    private static readonly string[] Oddities =
    [
        "null", "true", "0", "-1e400", "1e-400", "\"\"", "\"HALF\"", "\"a\\u0000b\"", "[]", "{}", "[[[[1]]]]", "[null]", "[{}]", "{\"reference\":\"#\"}",
        "{\"reference\":\"#a\"}", "{\"coding\":{\"code\":1}}", "{\"coding\":[1,null,\"x\",[]]}", "{\"value\":\"1\",\"code\":\"m99\"}", "\"|\"", "\"#\"", "\"|1\"",
        "{\"start\":{},\"end\":[]}", "{\"low\":1,\"high\":null}", "{\"value\":1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"10*99\"}",
        "{\"origin\":{\"value\":1e28},\"factor\":1e28,\"data\":\"1e28 U L E  x\"}", "\"9999-12-31T23:59:60.999999999999-14:00\"", "{\"latitude\":1e28,\"longitude\":\"x\"}",
    ];

    [Fact]
    public void Values_of_any_shape_in_any_place_do_no_harm()
    {
        foreach (var type in ResourceTypes.All)
        {
            var random = new Random(ResourceTypes.Number(type));
            for (var round = 0; round < 4; round++)
            {
                var resource = new GeneratedResources(random.Next()).Make(type);
                resource["contained"] = JsonNode.Parse("""[{"resourceType":"Patient","id":"a","name":3},7,{"id":"a"},{"resourceType":"Banana","id":"b"}]""");
                Distort(resource, random);

                var entries = Extract(type, resource.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal));

                Assert.DoesNotContain(entries.Strings, entry => entry.Exact.Contains('\0'));
                Assert.Equal(entries.Tokens.Count, entries.Tokens.Distinct().Count());
                Assert.Equal(entries.References.Count, entries.References.Distinct().Count());
            }
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("""{"\ud800":1,"su\u0062ject":{"reference":"Patient/1"}}""")]
    [InlineData("""{"subject":{"reference":"Patient/1"},"subject":{"reference":"Patient/2"}}""")]
    public void Roots_of_any_shape_do_no_harm(string json)
        => Assert.All(ResourceTypes.All, type => Assert.False(Extract(type, json).IsOverLimit));

    [Fact]
    public void Escaped_names_are_names()
        => Assert.Single(Extract("Observation", """{"su\u0062ject":{"reference":"Group/1"}}""").References);

    [Fact]
    public void Many_references_to_many_contained_resources_stay_cheap()
    {
        var contained = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $$"""{"resourceType":"Group","id":"{{number}}"}"""));
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $$$"""{"item":{"reference":"#{{{number}}}"}}"""));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Extract("List", $$"""{"contained":[{{contained}}],"entry":[{{members}}]}""");

        // Looking each up by walking the list would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static IndexEntries Extract(string type, string json)
    {
        using var document = JsonDocument.Parse(json);
        return Extractor.Extract(type, document.RootElement);
    }

    private static void Distort(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Select(member => member.Key).ToList())
                {
                    if (random.Next(8) == 0) members[name] = Oddity(random);
                    else if (members[name] is { } inner) Distort(inner, random);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    if (random.Next(8) == 0) items[index] = Oddity(random);
                    else if (items[index] is { } inner) Distort(inner, random);
                }

                break;
        }
    }

    private static JsonNode? Oddity(Random random) => JsonNode.Parse(Oddities[random.Next(Oddities.Length)]);
}
