using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class LinkShapesTests
{
    [Fact]
    public void Every_type_has_a_shape()
        => Assert.All(ResourceTypes.All, type => Assert.NotNull(LinkShapes.Of(type).Find("meta"u8)));

    [Theory]
    [InlineData("PlanDefinition", "url", true)]
    [InlineData("PlanDefinition", "library", false)]
    [InlineData("PlanDefinition", "implicitRules", true)]
    [InlineData("QuestionnaireResponse", "questionnaire", false)]
    [InlineData("CarePlan", "instantiatesUri", true)]
    [InlineData("CarePlan", "instantiatesCanonical", false)]
    [InlineData("Patient", "gender", false)]
    [InlineData("Patient", "birthDate", false)]
    public void Elements_of_type_uri_are_links_and_canonicals_are_not(string type, string element, bool isLink)
    {
        var member = LinkShapes.Of(type).Find(System.Text.Encoding.UTF8.GetBytes(element));

        Assert.Equal(isLink, member?.Kind == LinkKind.Uri);
    }

    [Fact]
    public void No_name_of_R4_is_too_long_to_be_found()
        => Assert.NotNull(LinkShapes.Of("SubstanceProtein").Find("subunit"u8)!.Shape!.Find("nTerminalModificationId"u8));
}
