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

    [Theory]
    [InlineData(65)]
    [InlineData(200_000)]
    public void XML_nested_too_deep_never_reaches_a_recursive_reader(int levels)
    {
        var xml = "<Patient xmlns=\"http://hl7.org/fhir\">" + string.Concat(Enumerable.Repeat("<extension>", levels));

        Assert.Contains("nested", Assert.Single(Reader.FromXml(Encoding.UTF8.GetBytes(xml)).Issues).Text, StringComparison.Ordinal);
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
