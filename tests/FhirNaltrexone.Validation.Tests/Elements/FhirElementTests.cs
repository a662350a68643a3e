using System.Text;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Tests.Elements;

public sealed class FhirElementTests
{
    [Fact]
    public void Children_have_the_type_of_their_definition_and_unknown_members_are_none()
    {
        var root = Root("""{"resourceType":"Observation","id":"a","status":"final","quetzal":1,"valueQuantity":{"value":1},"category":[{},{}]}""");

        Assert.Equal(["id", "code", "Quantity", "CodeableConcept", "CodeableConcept"], Types(root.Children()));
        Assert.Equal(["Quantity"], Types(root.Children("value")));
        Assert.Equal(["CodeableConcept", "CodeableConcept"], Types(root.Children("category")));
        Assert.Empty(Types(root.Children("valueQuantity")));
        Assert.True(root.Children("component").IsEmpty());
    }

    [Fact]
    public void A_primitive_and_what_stands_beside_it_are_one_element()
    {
        var root = Root("""
            {"resourceType":"Patient","gender":"male","_gender":{"id":"g"},"_birthDate":{"extension":[{"url":"urn:x","valueString":"y"}]},
            "name":[{"given":["a",null,"c"],"_given":[null,{"id":"b"}]}]}
            """);

        var gender = First(root.Children("gender"));
        var birthDate = First(root.Children("birthDate"));
        var given = List(First(root.Children("name")).Children("given"));

        Assert.Equal(("male", "g"), (gender.Value.GetString(), First(gender.Children("id")).Value.GetString()));
        Assert.Equal(JsonValueKind.Undefined, birthDate.Value.ValueKind);
        Assert.Equal("string", First(First(birthDate.Children()).Children("value")).Type.Name);
        Assert.Equal(["a", null, "c"], given.Select(each => each.Value.ValueKind == JsonValueKind.String ? each.Value.GetString() : null));
        Assert.Equal("b", First(given[1].Children("id")).Value.GetString());
        Assert.Equal(3, List(root.Children()).Count);
    }

    [Fact]
    public void A_choice_is_found_by_its_companion_too()
        => Assert.Equal(["dateTime"], Types(Root("""{"resourceType":"Patient","_deceasedDateTime":{"id":"d"}}""").Children("deceased")));

    [Fact]
    public void Resources_within_others_are_of_their_own_type()
    {
        var root = Root("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}},{"resource":{"resourceType":"Quetzal"}},{"resource":1}]}""");

        Assert.Equal(["Patient", "Resource", "Resource"], List(root.Children("entry")).Select(entry => First(entry.Children("resource")).Type.Name));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":"text","contact":[1],"gender":{"a":1}}""")]
    [InlineData("""{"resourceType":1}""")]
    [InlineData("[]")]
    public void Values_of_the_wrong_shape_have_no_children(string json)
    {
        foreach (var child in Root(json).Children()) Assert.True(child.Children().IsEmpty());
    }

    [Fact]
    public void Line_and_column_of_a_value_are_told_in_characters()
    {
        var text = Encoding.UTF8.GetBytes("{\"resourceType\":\"Patient\",\n \"id\":\"ä\", \"gender\":\"male\"}").AsMemory();
        var root = FhirElement.Root(JsonDocument.Parse(text).RootElement);

        Assert.Equal(new ElementPosition(2, 21), ElementPosition.Of(text.Span, First(root.Children("gender")).Value));
        Assert.Equal(new ElementPosition(1, 1), ElementPosition.Of(text.Span, root.Value));
        Assert.Null(ElementPosition.Of(text.Span, JsonDocument.Parse("1").RootElement));
        Assert.Null(ElementPosition.Of(text.Span, default));
    }

    private static FhirElement Root(string json) => FhirElement.Root(JsonDocument.Parse(json).RootElement);

    private static FhirElement First(ElementChildren children) => List(children)[0];

    private static List<string> Types(ElementChildren children) => [.. List(children).Select(each => each.Type.Name)];

    private static List<FhirElement> List(ElementChildren children)
    {
        var list = new List<FhirElement>();
        foreach (var child in children) list.Add(child);
        return list;
    }
}
