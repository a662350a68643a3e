using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Validation.Tests.Elements;

public sealed class TypeCatalogueTests
{
    [Fact]
    public void Every_resource_type_is_known()
        => Assert.All(ResourceTypes.All, name => Assert.True(TypeCatalogue.Core.Find(name)!.IsResource));

    [Theory]
    [InlineData("Quetzal")]
    [InlineData("observation")]
    [InlineData("Observation.quetzal")]
    [InlineData("Observation.status")]
    [InlineData("MetadataResource")]
    [InlineData("SimpleQuantity")]
    [InlineData("bp")]
    [InlineData("")]
    public void Profiles_logical_models_and_other_names_are_no_types(string name) => Assert.Null(TypeCatalogue.Core.Find(name));

    [Fact]
    public void A_type_knows_what_it_specialises()
    {
        Assert.True(Find("Observation").Is("DomainResource"));
        Assert.True(Find("Observation").Is("Resource"));
        Assert.True(Find("Age").Is("Quantity"));
        Assert.True(Find("positiveInt").Is("integer"));
        Assert.True(Find("Observation.component").Is("BackboneElement"));
        Assert.False(Find("Bundle").Is("DomainResource"));
        Assert.Null(Find("Resource").Base);
    }

    [Fact]
    public void Kinds_are_told_apart()
    {
        Assert.True(Find("code").IsPrimitive);
        Assert.True(Find("xhtml").IsPrimitive);
        Assert.True(Find("Timing.repeat").IsBackbone);
        Assert.True(Find("Bundle").IsResource);
        Assert.False(Find("Quantity").IsPrimitive || Find("Quantity").IsBackbone || Find("Quantity").IsResource);
    }

    [Fact]
    public void A_choice_has_a_name_in_JSON_for_each_type()
    {
        var value = Find("Observation").Child("valueQuantity")!;

        Assert.Equal(("value", "Quantity", true, false), (value.ElementName, value.Type.Name, value.IsChoice, value.IsList));
        Assert.Equal(11, Find("Observation").Named("value").Count);
        Assert.Same(value, Find("Observation").Child("valueQuantity"u8));
        Assert.Null(Find("Observation").Child("value"));
        Assert.Null(Find("Observation").Child("valueQuetzal"u8));
        Assert.Empty(Find("Observation").Named("valueQuantity"));
    }

    [Theory]
    [InlineData("Observation.component", "referenceRange", "Observation.referenceRange")]
    [InlineData("Questionnaire.item", "item", "Questionnaire.item")]
    [InlineData("Bundle.entry", "link", "Bundle.link")]
    [InlineData("Bundle.entry", "resource", "Resource")]
    [InlineData("Observation", "id", "id")]
    [InlineData("Quantity", "id", "string")]
    [InlineData("Extension", "url", "uri")]
    [InlineData("Narrative", "div", "xhtml")]
    [InlineData("string", "extension", "Extension")]
    public void Types_of_elements_are_resolved(string parent, string child, string type) => Assert.Equal(type, Find(parent).Child(child)!.Type.Name);

    [Fact]
    public void Elements_that_repeat_are_lists()
    {
        Assert.True(Find("Patient").Child("name")!.IsList);
        Assert.False(Find("Patient").Child("gender")!.IsList);
    }

    private static ElementType Find(string name) => TypeCatalogue.Core.Find(name)!;
}
