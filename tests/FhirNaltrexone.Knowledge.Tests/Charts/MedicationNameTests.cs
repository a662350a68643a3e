using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;

namespace FhirNaltrexone.Knowledge.Tests.Charts;

/// <summary>The name that a reference to a Medication bears tells what an order is for, where the Medication is not at hand.</summary>
public sealed class MedicationNameTests
{
    [Theory]
    [InlineData("""{"reference":"Medication/elsewhere","display":"naltrexone 50 mg tablet"}""")]
    [InlineData("""{"display":"naltrexone 50 mg tablet"}""")]
    [InlineData("""{"reference":"Medication/bare","display":"naltrexone 50 mg tablet"}""")]
    public void The_name_takes_the_place_of_the_reference(string reference)
    {
        var copy = Resolve($$"""{"resourceType":"MedicationRequest","id":"o","medicationReference":{{reference}}}""");

        Assert.Equal("naltrexone 50 mg tablet", copy.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
        Assert.False(copy.TryGetProperty("medicationReference", out _));
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/elsewhere"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/elsewhere","display":""}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/elsewhere","display":1}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"display":"a name"},"medicationCodeableConcept":{"text":"own"}}""")]
    public void An_order_without_a_name_or_with_a_code_of_its_own_stays_as_it_is(string order)
        => Assert.Equal(order, Resolve(order).GetRawText());

    [Fact]
    public void A_code_at_hand_comes_before_the_name()
    {
        var copy = Resolve("""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/coded","display":"a name"}}""");

        Assert.Equal("own", copy.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
    }

    /// <summary>A code without words is known to its own system alone.</summary>
    [Theory]
    [InlineData("local")]
    [InlineData("mixed")]
    public void A_code_without_words_takes_those_of_the_reference(string medication)
    {
        var copy = Resolve($$"""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/{{medication}}","display":"naltrexone 50 mg tablet"} }""");

        var concept = copy.GetProperty("medicationCodeableConcept");
        Assert.Equal("naltrexone 50 mg tablet", concept.GetProperty("text").GetString());
        Assert.Equal("4711", concept.GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal(medication == "mixed", concept.TryGetProperty("extension", out _));
    }

    [Fact]
    public void A_display_of_the_code_comes_before_the_name()
    {
        var copy = Resolve("""{"resourceType":"MedicationRequest","id":"o","medicationReference":{"reference":"Medication/shown","display":"a name"}}""");

        Assert.False(copy.GetProperty("medicationCodeableConcept").TryGetProperty("text", out _));
    }

    private static JsonElement Resolve(string order)
    {
        var codes = new MedicationCodes([]);
        codes.Add(Parse("""{"resourceType":"Medication","id":"bare"}"""), null);
        codes.Add(Parse("""{"resourceType":"Medication","id":"coded","code":{"text":"own"}}"""), null);
        codes.Add(Parse("""{"resourceType":"Medication","id":"local","code":{"coding":[{"system":"urn:ehr","code":"4711"}]}}"""), null);
        codes.Add(Parse("""{"resourceType":"Medication","id":"mixed","code":{"coding":[{"system":"urn:ehr","code":"4711"}],"text":""},"form":{"text":"tablet"}}"""), null);
        codes.Add(Parse("""{"resourceType":"Medication","id":"shown","code":{"coding":[{"system":"urn:ehr","code":"4711","display":"own"}]}}"""), null);
        return codes.Resolve(Parse(order));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
