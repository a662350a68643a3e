using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Tests.Terminology.Content;

/// <summary>The value sets of the product.</summary>
public sealed class OwnContentTests
{
    private static readonly JsonElement[] Content =
        [.. EmbeddedContent.Read().Where(file => file.Path.StartsWith("resources/", StringComparison.Ordinal)).Select(file => JsonDocument.Parse(file.Content).RootElement)];

    private static readonly TerminologyService Service = new(DefinitionSet.Core.With(Content));

    [Fact]
    public void Every_value_set_can_be_listed_and_every_code_of_it_exists()
    {
        var urls = Content.Where(resource => resource.GetProperty("resourceType").GetString() == "ValueSet").Select(set => set.GetProperty("url").GetString()!).ToList();

        Assert.NotEmpty(urls);
        foreach (var code in urls.SelectMany(url => Service.Expand(url, new()).Value!.Codes.Select(code => (Url: url, code.System, code.Code, code.Display))))
        {
            Assert.Equal(CodeVerdict.Yes, Service.Validate(code.Url, code.System, code.Code, display: code.Display).Verdict);
            Assert.Equal(CodeVerdict.Yes, Service.ValidateInSystem(new(code.System, code.Code)).Verdict);
        }
    }
}
