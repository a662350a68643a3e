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
}
