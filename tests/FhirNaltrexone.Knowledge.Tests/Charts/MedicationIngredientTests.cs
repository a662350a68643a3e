using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;

namespace FhirNaltrexone.Knowledge.Tests.Charts;

/// <summary>What a Medication holds stands beside its code in the copies that rules are evaluated on.</summary>
public sealed class MedicationIngredientTests
{
    private const string Order = """{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/m"}}""";

    [Fact]
    public void Codes_names_and_what_is_referred_to_are_kept_in_order_beside_the_code()
    {
        var copy = Copy(
            Order,
            """
            {"resourceType":"Medication","id":"m","code":{"text":"mixture","extension":[{"url":"other","valueBoolean":true}]},
             "contained":[{"resourceType":"Substance","id":"s","code":{"text":"in the Medication"}}],
             "ingredient":[{"itemCodeableConcept":{"text":"by code"}},{"itemReference":{"reference":"#s"}},{"itemReference":{"reference":"Substance/t"}},
               {"itemReference":{"reference":"Medication/elsewhere","display":"by name"}}]}
            """,
            """{"resourceType":"Substance","id":"t","code":{"text":"at hand"}}""");

        var medicine = copy.GetProperty("medicationCodeableConcept");
        Assert.Equal("mixture", medicine.GetProperty("text").GetString());
        Assert.Equal("other", medicine.GetProperty("extension")[0].GetProperty("url").GetString());
        Assert.Equal(["by code", "in the Medication", "at hand", "by name"], Ingredients(medicine));
        Assert.False(copy.TryGetProperty("medicationReference", out _));
    }

    [Fact]
    public void The_name_beside_a_reference_is_kept_also_when_the_resource_is_at_hand()
    {
        var copy = Copy(
            Order,
            """{"resourceType":"Medication","id":"m","ingredient":[{"itemReference":{"reference":"Substance/t","display":"Morphine sulfate"}}]}""",
            """{"resourceType":"Substance","id":"t","code":{"text":"M1"}}""");

        Assert.Equal(["M1", "Morphine sulfate"], Ingredients(copy.GetProperty("medicationCodeableConcept")));
    }

    [Fact]
    public void The_name_beside_a_reference_joins_a_code_without_words()
    {
        var copy = Copy(
            Order,
            """{"resourceType":"Medication","id":"m","ingredient":[{"itemReference":{"reference":"Substance/t","display":"Morphine sulfate"}}]}""",
            """{"resourceType":"Substance","id":"t","code":{"coding":[{"system":"urn:own","code":"M1"}]}}""");

        var ingredient = Assert.Single(copy.GetProperty("medicationCodeableConcept").GetProperty("extension").EnumerateArray()).GetProperty("valueCodeableConcept");
        Assert.Equal("Morphine sulfate", ingredient.GetProperty("text").GetString());
        Assert.Equal("M1", ingredient.GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("""{"itemReference":{"reference":"Substance/elsewhere"}}""")]
    [InlineData("""{"itemReference":{"reference":"Substance/bare"}}""")]
    [InlineData("""{"itemReference":{"identifier":{"value":"1"}}}""")]
    [InlineData("""{"isActive":true}""")]
    [InlineData("1")]
    [InlineData("""{"itemCodeableConcept":{}}""")]
    public void What_could_not_be_read_is_said_once(string ingredient)
    {
        var copy = Copy(
            Order,
            $$$"""{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":[{{{ingredient}}},{"itemCodeableConcept":{"text":"by code"}},{{{ingredient}}}]}""",
            """{"resourceType":"Substance","id":"bare"}""");

        AssertOneIsUnread(copy, "by code");
    }

    [Theory]
    [InlineData("""{"itemReference":{"reference":"Substance/elsewhere"},"isActive":false}""")]
    [InlineData("""{"itemCodeableConcept":{},"isActive":false}""")]
    [InlineData("""{"isActive":false}""")]
    public void What_could_not_be_read_and_is_said_to_be_inactive_is_not_missed(string ingredient)
    {
        var copy = Copy(Order, $$$"""{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":[{"itemCodeableConcept":{"text":"by code"}},{{{ingredient}}}]}""");

        Assert.Equal(["by code"], Ingredients(copy.GetProperty("medicationCodeableConcept")));
    }

    [Theory]
    [InlineData("""{"itemReference":{"reference":"Substance/elsewhere"},"isActive":"false"}""")]
    [InlineData("""{"itemReference":{"reference":"Substance/elsewhere"},"isActive":true}""")]
    [InlineData("""{"itemReference":{"reference":"Substance/elsewhere"},"isActive":false},{"itemReference":{"reference":"Substance/elsewhere"}}""")]
    [InlineData("""{"itemReference":{"reference":"Substance/elsewhere"},"isActive":false},{"itemReference":{"reference":"Substance/other"}}""")]
    public void What_could_not_be_read_and_may_be_active_is_said(string ingredients)
        => AssertOneIsUnread(Copy(Order, $$"""{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":[{{ingredients}}]}"""));

    [Fact]
    public void What_is_known_counts_also_when_it_is_said_to_be_inactive()
        => Assert.Equal(
            ["morphine"],
            Ingredients(Copy(Order, """{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":[{"itemCodeableConcept":{"text":"morphine"},"isActive":false}]}""")
                .GetProperty("medicationCodeableConcept")));

    [Theory]
    [InlineData("""{"itemCodeableConcept":{"text":"morphine"}}""")]
    [InlineData("null")]
    [InlineData("1")]
    public void Ingredients_that_are_no_array_are_said_to_be_unread(string ingredients)
        => AssertOneIsUnread(Copy(Order, $$"""{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":{{ingredients}}}"""));

    [Fact]
    public void An_ingredient_without_anything_tells_nothing_of_a_medication_without_code()
        => Assert.True(Copy(Order, """{"resourceType":"Medication","id":"m","ingredient":[{"itemCodeableConcept":{}}]}""").TryGetProperty("medicationReference", out _));

    [Theory]
    [InlineData("""{"itemReference":{"reference":"Substance/empty"}}""")]
    [InlineData("""{"itemReference":{"reference":"Substance/empty"}},{"itemReference":{"reference":"Substance/empty"}}""")]
    public void What_is_referred_to_with_an_empty_code_is_said_to_be_unread(string ingredients)
        => AssertOneIsUnread(
            Copy(
                Order,
                $$"""{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":[{{ingredients}}]}""",
                """{"resourceType":"Substance","id":"empty","code":{}}"""));

    [Fact]
    public void References_beyond_those_that_are_looked_for_are_said()
    {
        var ingredients = string.Join(',', Enumerable.Range(0, 65).Select(number => $$$"""{"itemReference":{"reference":"Substance/s{{{number}}}"}}"""));
        var substances = Enumerable.Range(0, 65).Select(number => $$$"""{"resourceType":"Substance","id":"s{{{number}}}","code":{"text":"{{{number}}}"}}""");

        var copy = Copy(Order, [$$$"""{"resourceType":"Medication","id":"m","ingredient":[{{{ingredients}}}]}""", .. substances]);

        AssertOneIsUnread(copy, [.. Enumerable.Range(0, 64).Select(number => $"{number}")]);
    }

    [Fact]
    public void References_of_a_contained_medication_lead_to_what_the_order_contains()
    {
        var copy = Copy(
            """
            {"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"#m"},"contained":[
              {"resourceType":"Medication","id":"m","ingredient":[{"itemReference":{"reference":"#n"}}]},{"resourceType":"Medication","id":"n","code":{"text":"beside it"}}]}
            """);

        Assert.Equal(["beside it"], Ingredients(copy.GetProperty("medicationCodeableConcept")));
    }

    [Fact]
    public void A_medication_without_code_and_ingredients_leaves_the_order_as_it_is()
        => Assert.True(Copy(Order, """{"resourceType":"Medication","id":"m","ingredient":[{"isActive":true}]}""").TryGetProperty("medicationReference", out _));

    [Fact]
    public void A_medication_without_ingredients_gives_its_code_as_it_is()
        => Assert.Equal(
            """{"text":"plain"}""",
            Copy(Order, """{"resourceType":"Medication","id":"m","code":{"text":"plain"}}""").GetProperty("medicationCodeableConcept").GetRawText());

    [Theory]
    [InlineData(""","ingredient":[{"itemCodeableConcept":{"text":"naltrexone"}}]""", 2)]
    [InlineData("", 1)]
    public void The_form_stands_beside_the_code(string ingredients, int extensions)
    {
        var copy = Copy(Order, $$$"""{"resourceType":"Medication","id":"m","code":{"text":"depot"},"form":{"text":"suspension for injection"}{{{ingredients}}}}""");

        var beside = copy.GetProperty("medicationCodeableConcept").GetProperty("extension");
        Assert.Equal(extensions, beside.GetArrayLength());
        Assert.Equal("https://fhirnaltrexone.example.org/fhir/StructureDefinition/medicine-form", beside[extensions - 1].GetProperty("url").GetString());
        Assert.Equal("""{"text":"suspension for injection"}""", beside[extensions - 1].GetProperty("valueCodeableConcept").GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"tablet\"")]
    [InlineData("null")]
    public void A_form_that_tells_nothing_is_left_out(string form)
        => Assert.Equal(
            """{"text":"plain"}""",
            Copy(Order, $$$"""{"resourceType":"Medication","id":"m","code":{"text":"plain"},"form":{{{form}}}}""").GetProperty("medicationCodeableConcept").GetRawText());

    [Fact]
    public void A_form_alone_tells_nothing_of_a_medication_without_code()
        => Assert.True(Copy(Order, """{"resourceType":"Medication","id":"m","form":{"text":"tablet"}}""").TryGetProperty("medicationReference", out _));

    [Fact]
    public void What_would_take_too_much_room_leaves_the_order_as_it_is()
    {
        var large = $$$"""{"resourceType":"Substance","id":"s","code":{"text":"{{{new string('x', 1_000_000)}}}"}}""";
        var ingredients = string.Join(',', Enumerable.Range(0, 1000).Select(server => $$$"""{"itemReference":{"reference":"https://{{{server}}}.example.org/Substance/s"}}"""));

        var copy = Copy(Order, $$$"""{"resourceType":"Medication","id":"m","code":{"text":"mixture"},"ingredient":[{{{ingredients}}}]}""", large);

        Assert.True(copy.TryGetProperty("medicationReference", out _));
    }

    private static void AssertOneIsUnread(JsonElement copy, params string[] read)
    {
        var concepts = copy.GetProperty("medicationCodeableConcept").GetProperty("extension").EnumerateArray()
            .Select(extension => extension.GetProperty("valueCodeableConcept"))
            .ToList();
        Assert.Equal(read, concepts[..^1].Select(concept => concept.GetProperty("text").GetString()));
        Assert.Equal(
            """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}""",
            concepts[^1].GetRawText());
    }

    private static JsonElement Copy(string order, params string[] known)
    {
        var codes = new MedicationCodes([]);
        foreach (var resource in known)
        {
            codes.Add(JsonElement.Parse(resource), null);
        }

        return codes.Resolve(JsonElement.Parse(order));
    }

    private static IEnumerable<string?> Ingredients(JsonElement medicine)
        => medicine.GetProperty("extension").EnumerateArray()
            .Where(extension => extension.GetProperty("url").GetString() == "https://fhirnaltrexone.example.org/fhir/StructureDefinition/medicine-ingredient")
            .Select(extension => extension.GetProperty("valueCodeableConcept").GetProperty("text").GetString());
}
