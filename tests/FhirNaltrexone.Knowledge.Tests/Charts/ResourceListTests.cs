using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;

namespace FhirNaltrexone.Knowledge.Tests.Charts;

/// <summary>Copies of one resource.</summary>
public sealed class ResourceListTests
{
    [Theory]
    [InlineData(40, 40, false)]
    [InlineData(5_000, 51, true)]
    public void Copies_that_differ_are_kept_up_to_a_number_and_more_are_told(int given, int kept, bool isTold)
    {
        var list = new ResourceList();

        for (var number = 0; number < given; number++) list.Add(JsonElement.Parse($$"""{"resourceType":"Observation","id":"a","x":{{number}}}"""));

        Assert.Equal(kept, list.Resources.Count);
        Assert.Equal(isTold ? ["Observation"] : [], list.Lossy);
    }

    [Fact]
    public void Beyond_the_number_a_newer_version_still_takes_the_place_of_an_older_one()
    {
        var list = new ResourceList();
        list.Add(Versioned(1));
        for (var number = 0; number < 60; number++) list.Add(JsonElement.Parse($$"""{"resourceType":"Observation","id":"a","x":{{number}}}"""));

        list.Add(Versioned(2));

        Assert.Equal("2", list.Resources[0].GetProperty("meta").GetProperty("versionId").GetString());
        Assert.Equal(["Observation"], list.Lossy);

        static JsonElement Versioned(int version) => JsonElement.Parse($$$"""{"resourceType":"Observation","id":"a","meta":{"versionId":"{{{version}}}"}}""");
    }

    [Fact]
    public void Resources_of_other_types_with_the_same_id_are_no_copies()
    {
        var list = new ResourceList();
        for (var number = 0; number < 51; number++) list.Add(JsonElement.Parse($$"""{"resourceType":"Observation","id":"a","x":{{number}}}"""));

        list.Add(JsonElement.Parse("""{"resourceType":"Condition","id":"a"}"""));

        Assert.Equal("Condition", list.Resources[^1].GetProperty("resourceType").GetString());
        Assert.Empty(list.Lossy);
    }
}
