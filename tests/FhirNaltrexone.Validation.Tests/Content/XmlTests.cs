using System.Text;
using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Tests.Content;

/// <summary>Resources in XML.</summary>
public sealed class XmlTests
{
    private static readonly ContentReader Reader = new();

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Root(AppContext.BaseDirectory), "profiles/generated/resources"), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root(AppContext.BaseDirectory), file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_resource_survives_the_way_to_XML_and_back(string file)
    {
        var json = File.ReadAllBytes(Path.Combine(Root(AppContext.BaseDirectory), file));

        var back = Reader.FromXml(FhirXml.FromJson(json));

        Assert.Empty(back.Issues);
        Assert.Equal(Canonical(JsonDocument.Parse(json).RootElement), Canonical(back.Content!.Root));
    }

    [Theory]
    [InlineData("1.00")]
    [InlineData("100")]
    [InlineData("0.0010")]
    [InlineData("-7.50")]
    [InlineData("1.0e-30")]
    [InlineData("1.000000000000000000E-245")]
    [InlineData("1.50E3")]
    [InlineData("-1.5e+3")]
    [InlineData("-0.00")]
    [InlineData("0.123456789012345678901234567890123456789")]
    [InlineData("1234567890.1234567890123456789012345")]
    public void Decimals_keep_their_digits(string number)
    {
        var json = $$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":{{{number}}}}}""";

        var xml = FhirXml.FromJson(Encoding.UTF8.GetBytes(json));

        Assert.Contains($"<value value=\"{number}\"", Encoding.UTF8.GetString(xml.Span), StringComparison.Ordinal);
        Assert.Equal(json, Encoding.UTF8.GetString(Reader.FromXml(xml).Content!.Json.Span));
    }

    [Theory]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><gender value=\"banana\"/></Patient>", IssueCodes.CodeInvalid)]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><foo value=\"1\"/></Patient>", IssueCodes.Structure)]
    [InlineData("<Patient><active value=\"true\"/></Patient>", IssueCodes.Structure)]
    [InlineData("<Foo xmlns=\"http://hl7.org/fhir\"/>", IssueCodes.NotSupported)]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Patient>", IssueCodes.Structure)]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\">", IssueCodes.Structure)]
    [InlineData("not XML", IssueCodes.Structure)]
    [InlineData("", IssueCodes.Structure)]
    public void Bad_XML_is_refused(string xml, string code)
        => Assert.Contains(Reader.FromXml(Encoding.UTF8.GetBytes(xml)).Issues, issue => issue.Code == code);

    /// <summary>R4 allows white space around texts, and wants it removed in XML (FHIR R4, 2.24.0.1).</summary>
    [Fact]
    public void White_space_around_texts_is_removed()
    {
        const string xml = "<Patient xmlns=\"http://hl7.org/fhir\"><active value=\" true \"/><name><family value=\"Doe \"/><given value=\" Ann&#10;Lee\"/></name><gender value=\"female\"/></Patient>";

        var reading = Reader.FromXml(Encoding.UTF8.GetBytes(xml));

        Assert.Empty(reading.Issues);
        Assert.Equal("""{"resourceType":"Patient","active":true,"name":[{"family":"Doe","given":["Ann\nLee"]}],"gender":"female"}""", Encoding.UTF8.GetString(reading.Content!.Json.Span));
    }

    [Fact]
    public void A_text_of_white_space_alone_is_none()
        => Assert.NotEmpty(Reader.FromXml(Encoding.UTF8.GetBytes("<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\" \"/></name></Patient>")).Issues);

    [Theory]
    [InlineData(65)]
    [InlineData(200_000)]
    public void XML_nested_too_deep_never_reaches_a_recursive_reader(int levels)
    {
        var xml = "<Patient xmlns=\"http://hl7.org/fhir\">" + string.Concat(Enumerable.Repeat("<extension>", levels));

        Assert.Contains("nested", Assert.Single(Reader.FromXml(Encoding.UTF8.GetBytes(xml)).Issues).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_stay_in_texts_as_they_were()
    {
        const string body = "<code><text value=\" 1.50E3 \"/></code><note><text value=\"+0044123456789.\"/></note><valueInteger value=\"1\"/></Observation>";
        const string xml = "<Observation xmlns=\"http://hl7.org/fhir\"><id value=\"1e10\"/><text><status value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\"><ol><li value=\"1e3\">1e3</li></ol> <b>a</b> <i>b</i></div></text>"
            + "<contained><Binary><contentType value=\"text/plain\"/><data value=\"1e10\"/></Binary></contained><status value=\"final\"/>" + body;

        var json = ContentReader.Unchecked(Encoding.UTF8.GetBytes(xml), isXml: true).Content!.Root;

        Assert.Equal("1e10", json.GetProperty("id").GetString());
        Assert.Contains("value=\"1e3\">1e3</li></ol> <b>a</b> <i>b</i><", json.GetProperty("text").GetProperty("div").GetString(), StringComparison.Ordinal);
        Assert.Equal("1e10", json.GetProperty("contained")[0].GetProperty("data").GetString());
        Assert.Equal("1.50E3", json.GetProperty("code").GetProperty("text").GetString()!.Trim());
        Assert.Equal("+0044123456789.", json.GetProperty("note")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Decimals_in_extensions_of_primitives_and_in_arrays_keep_their_digits()
    {
        const string json = """{"resourceType":"Patient","birthDate":"2000-01-01","_birthDate":{"extension":[{"url":"http://example.org/a","valueDecimal":1.0e-30},{"url":"http://example.org/b","valueDecimal":2.50E1}]}}""";

        var back = Reader.FromXml(FhirXml.FromJson(Encoding.UTF8.GetBytes(json), isPretty: true));

        Assert.Empty(back.Issues);
        Assert.Equal(json, Encoding.UTF8.GetString(back.Content!.Json.Span));
    }

    [Fact]
    public void A_repeating_primitive_that_has_only_extensions_keeps_them()
    {
        const string json = """{"resourceType":"Patient","name":[{"family":"X","given":[null],"_given":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}]}]}""";

        var xml = FhirXml.FromJson(Reader.FromJson(Encoding.UTF8.GetBytes(json)).Content!.Json.Span);
        var back = Reader.FromXml(xml);

        Assert.Contains("<given><extension url=\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\"><valueCode value=\"masked\"", Encoding.UTF8.GetString(xml.Span), StringComparison.Ordinal);
        Assert.Empty(back.Issues);
        Assert.Equal("masked", back.Content!.Root.GetProperty("name")[0].GetProperty("_given")[0].GetProperty("extension")[0].GetProperty("valueCode").GetString());
    }

    [Theory]
    [InlineData("-1.0E+245", "greater than any decimal this server can hold.")]
    [InlineData("99999999999999999999999999999999", "greater than any decimal this server can hold")]
    [InlineData("+1.50", "not written as the type demands")]
    [InlineData(".5", "not written as the type demands")]
    [InlineData("1.", "not written as the type demands")]
    [InlineData("00.5", "not written as the type demands")]
    [InlineData("1,000.5", "decimal")]
    public void A_decimal_that_cannot_be_kept_is_refused_in_clear_words(string number, string words)
    {
        var xml = $"<Observation xmlns=\"http://hl7.org/fhir\"><status value=\"final\"/><code><text value=\"x\"/></code><valueQuantity><value value=\"{number}\"/></valueQuantity></Observation>";

        var issue = Assert.Single(Reader.FromXml(Encoding.UTF8.GetBytes(xml)).Issues);

        Assert.Equal(IssueCodes.Value, issue.Code);
        Assert.Contains(words, issue.Text, StringComparison.Ordinal);
        Assert.StartsWith("Observation.value", issue.Expression, StringComparison.Ordinal);
    }

    private static string Canonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => member.Name + ":" + Canonical(member.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Canonical)) + "]",
        JsonValueKind.String => "'" + element.GetString() + "'",
        _ => element.GetRawText(),
    };

    private static string Root(string directory)
        => File.Exists(Path.Combine(directory, "FhirNaltrexone.sln")) ? directory : Root(Path.GetDirectoryName(directory)!);
}
