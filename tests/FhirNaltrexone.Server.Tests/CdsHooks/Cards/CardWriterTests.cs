using System.Buffers;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.CdsHooks.Cards;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Cards;

public sealed class CardWriterTests
{
    [Fact]
    public void Writes_every_part_of_a_finding()
    {
        var card = Write(Findings.Full());

        var expected = JsonNode.Parse("""
            {
              "uuid": "0f8fad5b-d9cb-469f-a165-70867728950e",
              "summary": "Something to think about",
              "detail": "**Stop** < 7 days & \"more\"",
              "indicator": "critical",
              "source": {
                "label": "Drug label",
                "url": "https://dailymed.example.org/label",
                "topic": {
                  "system": "https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-rules", "code": "PW-01", "display": "Current opioid"
                }
              },
              "suggestions": [
                {
                  "label": "Remove the order",
                  "uuid": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                  "actions": [{ "type": "delete", "description": "Remove it", "resourceId": "MedicationRequest/draft" }]
                },
                {
                  "label": "Order a test",
                  "uuid": "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                  "actions": [
                    { "type": "create", "description": "Order it", "resource": { "resourceType": "ServiceRequest", "status": "draft" } }
                  ]
                }
              ],
              "selectionBehavior": "at-most-one",
              "overrideReasons": [{ "system": "https://example.org/reasons", "code": "other", "display": "Something else" }],
              "links": [
                { "label": "Vivitrol, section 5.3", "url": "https://dailymed.example.org/label", "type": "absolute" },
                { "label": "Guideline", "url": "https://guideline.example.org/", "type": "absolute" }
              ]
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, card), card.ToJsonString());
    }

    [Fact]
    public void Leaves_out_what_has_no_value()
        => Assert.Equal(["uuid", "summary", "indicator", "source"], Write(Findings.Simple()).AsObject().Select(member => member.Key));

    /// <summary>Detail is Markdown (CDS Hooks 2.0), and some of its words come from charts, where patients write too.</summary>
    [Theory]
    [InlineData("![x](https://evil.example/p.png)", @"!\[x](https://evil.example/p.png)")]
    [InlineData("said [here](https://evil.example)", @"said \[here](https://evil.example)")]
    [InlineData("[a]: https://evil.example", @"\[a]: https://evil.example")]
    [InlineData("<img src=x>", @"\<img src=x>")]
    [InlineData("a</p>", @"a\</p>")]
    [InlineData("<!-- x", @"\<!-- x")]
    [InlineData("<?x?>", @"\<?x?>")]
    [InlineData("<https://evil.example>", @"\<https://evil.example>")]
    [InlineData(@"!\[x](https://evil.example)", @"!\\\[x](https://evil.example)")]
    [InlineData(@"\<b>", @"\\\<b>")]
    public void Words_of_a_detail_become_neither_link_nor_image_nor_markup(string detail, string expected)
        => Assert.Equal(expected, (string?)Write(Findings.Simple() with { Detail = detail })["detail"]);

    [Theory]
    [InlineData("**Stop** < 7 days and <= 3, <5 U/L, > 2, <")]
    [InlineData("- one\n- two (`x`) & _three_")]
    public void Other_signs_of_a_detail_stay(string detail)
        => Assert.Equal(detail, (string?)Write(Findings.Simple() with { Detail = detail })["detail"]);

    [Theory]
    [InlineData(139)]
    [InlineData(140)]
    [InlineData(500)]
    public void Keeps_the_summary_shorter_than_140_characters(int length)
    {
        var text = string.Concat(Enumerable.Repeat("word, ", length))[..length];

        var summary = CardText.Summary(text);

        Assert.True(summary.Length < 140);
        Assert.Equal(length < 140, summary == text);
        Assert.Matches(length < 140 ? "." : "word…$", summary);
    }

    [Fact]
    public void Cuts_a_text_without_words_and_never_inside_a_character()
    {
        var summary = CardText.Summary("x" + string.Concat(Enumerable.Repeat("😀", 100)));

        Assert.True(summary.Length < 140);
        Assert.EndsWith("😀…", summary, StringComparison.Ordinal);
    }

    private static JsonNode Write(FhirNaltrexone.Knowledge.Finding finding)
    {
        var buffer = new ArrayBufferWriter<byte>();
        CardWriter.Write(buffer, [finding], []);
        return JsonNode.Parse(buffer.WrittenSpan)!["cards"]![0]!;
    }
}
