using System.Text;
using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Intake;

/// <summary>Where a body gives a member twice.</summary>
public sealed class RepeatedMemberTests
{
    [Theory]
    [InlineData("""{"a":1,"a":2}""", "a")]
    [InlineData("""{"a":[0,{"b":{"c":1,"d":[],"c":2}}]}""", "a[1].b.c")]
    [InlineData("""{"a":[[{"b":1}],[{"b":1,"b":1}]]}""", "a[1][0].b")]
    [InlineData("""{"a":{"b":1},"c":{"b":1}}""", null)]
    [InlineData("""{"a":1,"a":""", null)]
    public void Is_the_path_of_the_first(string json, string? path) => Assert.Equal(path, Find(json));

    [Fact]
    public void A_path_is_cut_between_characters()
    {
        var path = Find($$$"""{"{{{new string('x', 255)}}}😀":{"a":1,"a":2}}""")!;

        Assert.Equal(new string('x', 255), path);
    }

    /// <summary>A name is not written again for each of the members below it: a body of 2 MB could otherwise ask for hundreds of gigabytes.</summary>
    [Fact]
    public void Finding_costs_memory_in_proportion_to_the_body()
    {
        var members = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"k{i}\":0"));
        var json = $$$"""{"{{{new string('x', 100_000)}}}":{ {{{members}}} },"a":1,"a":2}""";
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("a", Find(json));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    private static string? Find(string json) => RepeatedMember.Find(Encoding.UTF8.GetBytes(json), JsonBody.MaxDepth);
}
