using System.Text;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Tests.Content;

/// <summary>What is kept out whatever the structure check says.</summary>
public sealed class JsonGuardTests
{
    private static readonly ContentReader Reader = new(isStructureChecked: false);

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true,"active":false}""", IssueCodes.Structure, "Patient.active", "line 1, column 41")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a\u0000b"}]}""", IssueCodes.Value, "Patient.name[0].family", "U+0000")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a\u0007b"}]}""", IssueCodes.Value, "Patient.name[0].family", "control")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a","\ud83d"]}]}""", IssueCodes.Value, "Patient.name[0].given[1]", "surrogate")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["\udc00\ud83d"]}]}""", IssueCodes.Value, "Patient.name[0].given[0]", "surrogate")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\uffff"}]}""", IssueCodes.Value, "Patient.name[0].family", "no character")]
    [InlineData("""{"resourceType":"Patient"} {}""", IssueCodes.Structure, "Patient", "well-formed")]
    [InlineData("""{"resourceType":"Patient",}""", IssueCodes.Structure, "Patient.resourceType", "well-formed")]
    [InlineData("""{"resourceType":"Basic","extension":[{"url":"http://x","valueDecimal":1e400}]}""", IssueCodes.Value, "Basic.extension[0].valueDecimal", "decimal")]
    [InlineData("""{"resourceType":"Patient","gender":null}""", IssueCodes.Structure, "Patient.gender", "null")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", IssueCodes.Structure, "Patient.name", "empty")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", IssueCodes.Structure, "Patient.name[0]", "empty")]
    [InlineData("""{"resourceType":"Patient","name":[null]}""", IssueCodes.Structure, "Patient.name", "null")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"x"},null]}""", IssueCodes.Structure, "Patient.name", "null")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":[null],"_family":{"id":"x"}}]}""", IssueCodes.Structure, "Patient.name[0].given", "line 1, column 49")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a"],"_given":[null]}]}""", IssueCodes.Structure, "Patient.name[0].given", "null")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":[null],"_given":[null]}]}""", IssueCodes.Structure, "Patient.name[0].given", "null")]
    [InlineData("""{"resourceType":"Patient","name":[{"_given":[null],"__given":[{"id":"x"}]}]}""", IssueCodes.Structure, "Patient.name[0].given", "null")]
    [InlineData("""{"resourceType":"Patient","gender":""}""", IssueCodes.Value, "Patient.gender", "empty")]
    [InlineData("""{"resourceType":"Patient","name":[["x"]]}""", IssueCodes.Structure, "Patient.name[0]", "array")]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", IssueCodes.Value, "Patient.id", "64")]
    [InlineData("""{"resourceType":"Patient","id":5}""", IssueCodes.Value, "Patient.id", "64")]
    [InlineData("""{"id":"1"}""", IssueCodes.Required, "resourceType", "resourceType")]
    [InlineData("""{"resourceType":"patient"}""", IssueCodes.NotSupported, "resourceType", "case")]
    [InlineData("""{"resourceType":5}""", IssueCodes.Structure, "resourceType", "string")]
    [InlineData("[]", IssueCodes.Structure, "Resource", "one JSON object")]
    [InlineData("\"x\"", IssueCodes.Structure, "Resource", "one JSON object")]
    [InlineData("", IssueCodes.Structure, "Resource", "well-formed")]
    [InlineData("{\"resourceType\":\"Patient\",\n  \"n\u00e4me\": {}}", IssueCodes.Structure, "Patient.n\u00e4me", "line 2, column 12")]
    public void A_bad_text_is_refused_with_code_path_and_place(string json, string code, string expression, string words)
    {
        var reading = Reader.FromJson(Encoding.UTF8.GetBytes(json));

        Assert.Null(reading.Content);
        var issue = Assert.Single(reading.Issues);
        Assert.Equal(code, issue.Code);
        Assert.Equal(expression, issue.Expression);
        Assert.Contains(words, issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_text_is_kept_byte_for_byte_without_byte_order_mark()
    {
        const string text = "{\"id\":\"1\", \"resourceType\":\"Patient\",\n\"name\":[{\"given\":[\"\\ud83d\\ude00\",null],\"_given\":[null,{\"id\":\"x\"}]}]}";

        var reading = Reader.FromJson(Encoding.UTF8.GetBytes("\uFEFF" + text));

        Assert.Equal(text, Encoding.UTF8.GetString(reading.Content!.Json.Span));
        Assert.Equal(("Patient", "1"), (reading.Content.Type, reading.Content.Id));
    }

    [Theory]
    [InlineData("""{"given":[null],"_given":[MASKED]}""")]
    [InlineData("""{"_given":[MASKED],"given":[null]}""")]
    [InlineData("""{"given":[null,null],"_given":[MASKED,MASKED],"prefix":[null],"_prefix":[MASKED]}""")]
    [InlineData("""{"extension":[{"url":"http://x","valueHumanName":{"_suffix":[MASKED],"suffix":[null]}}],"given":[null],"_given":[MASKED]}""")]
    public void Nulls_alone_keep_the_places_of_primitives_that_have_only_extensions(string name)
    {
        var masked = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""";
        var json = Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient","name":[{{name.Replace("MASKED", masked, StringComparison.Ordinal)}}]}""");

        Assert.Empty(Reader.FromJson(json).Issues);
        Assert.Empty(new ContentReader().FromJson(json).Issues);
    }

    [Fact]
    public void Nulls_beside_the_ids_and_extensions_of_another_array_are_still_refused()
    {
        var json = """{"resourceType":"Patient","name":[{"_given":[{"id":"x"}],"family":"y"},{"given":[null],"prefix":[null]}],"_given":[{"id":"x"}]}""";

        Assert.Equal(["Patient.name[1].given", "Patient.name[1].prefix"], Reader.FromJson(Encoding.UTF8.GetBytes(json)).Issues.Select(issue => issue.Expression));
    }

    [Fact]
    public void Many_arrays_of_nulls_cost_linear_time_and_are_not_told_without_end()
    {
        var arrays = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"m{number}\":[null]"));
        var shadows = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"_m{number}\":[{{\"id\":\"x\"}}]"));

        Assert.Empty(Reader.FromJson(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Basic\",{arrays},{shadows}}}")).Issues);
        Assert.Equal(50, Reader.FromJson(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Basic\",{arrays}}}")).Issues.Count);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_place()
    {
        byte[] json = [.. "{\"resourceType\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        var issue = Assert.Single(Reader.FromJson(json).Issues);

        Assert.Contains("UTF-8 (line 1, column 18)", issue.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void Nesting_is_allowed_down_to_64_levels(int levels, bool isAllowed)
    {
        var json = new StringBuilder("{\"resourceType\":\"Basic\"");
        for (var level = 2; level <= levels; level++) json.Append(",\"x\":{\"y\":1");
        json.Append('}', levels);

        Assert.Equal(isAllowed, Reader.FromJson(Encoding.UTF8.GetBytes(json.ToString())).Content is not null);
    }

    [Fact]
    public void A_narrative_too_deep_for_its_parser_is_refused_even_if_its_tags_are_escaped()
    {
        var json = $$$"""{"resourceType":"Patient","text":{"status":"generated","div":"{{{string.Concat(Enumerable.Repeat("\\u003cb>", 200_000))}}}"}}""";

        var issue = Assert.Single(new ContentReader().FromJson(Encoding.UTF8.GetBytes(json)).Issues);

        Assert.Equal("Patient.text.div", issue.Expression);
    }

    [Fact]
    public void Many_members_cost_linear_time_and_the_one_given_twice_is_found()
    {
        var members = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"m{number}\":1"));

        Assert.Empty(Reader.FromJson(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Basic\",{members}}}")).Issues);
        Assert.Single(Reader.FromJson(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Basic\",{members},\"m7\":2}}")).Issues);
    }

    [Fact]
    public void Several_defects_are_told_at_once_but_not_without_end()
    {
        var names = string.Join(',', Enumerable.Repeat("{}", 1_000));

        Assert.Equal(50, Reader.FromJson(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Patient\",\"name\":[{names}]}}")).Issues.Count);
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("1.00")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1e-400")]
    [InlineData("0.3333333333333333333333333333333333")]
    public void Numbers_a_decimal_can_stand_for_are_kept_as_written(string number)
    {
        var json = $"{{\"resourceType\":\"Basic\",\"x\":{number}}}";

        Assert.Equal(number, Reader.FromJson(Encoding.UTF8.GetBytes(json)).Content!.Root.GetProperty("x").GetRawText());
    }
}
