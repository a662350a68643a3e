using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Patching;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FhirNaltrexone.Storage.Tests.Interactions.Patching;

public sealed class JsonPatchTests
{
    private static readonly InteractionOptions Options = new() { MaxResourceBytes = 10_000, MaxPatchOperations = 20 };

    // The situations of RFC 6902, appendix A, and RFC 6901, section 4.
    [Theory]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":2}]""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":[1,3]}""", """[{"op":"add","path":"/a/1","value":2}]""", """{"a":[1,2,3]}""")]
    [InlineData("""{"a":[1]}""", """[{"op":"add","path":"/a/1","value":2}]""", """{"a":[1,2]}""")]
    [InlineData("""{"a":[1]}""", """[{"op":"add","path":"/a/-","value":[2,3]}]""", """{"a":[1,[2,3]]}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/a","value":"other"}]""", """{"a":"other"}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":{"c":{}}}]""", """{"a":1,"b":{"c":{}}}""")]
    [InlineData("""{"a":1,"b":2}""", """[{"op":"remove","path":"/a"}]""", """{"b":2}""")]
    [InlineData("""{"a":[1,2,3]}""", """[{"op":"remove","path":"/a/1"}]""", """{"a":[1,3]}""")]
    [InlineData("""{"a":1,"b":2}""", """[{"op":"replace","path":"/a","value":null}]""", """{"a":null,"b":2}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"replace","path":"/a/0","value":{"x":1}}]""", """{"a":[{"x":1},2]}""")]
    [InlineData("""{"a":{"x":1,"y":2},"b":{"z":3}}""", """[{"op":"move","from":"/a/x","path":"/b/x"}]""", """{"a":{"y":2},"b":{"z":3,"x":1}}""")]
    [InlineData("""{"a":["p","q","r","s"]}""", """[{"op":"move","from":"/a/1","path":"/a/3"}]""", """{"a":["p","r","s","q"]}""")]
    [InlineData("""{"a":{"x":[1]}}""", """[{"op":"copy","from":"/a/x","path":"/b"},{"op":"add","path":"/b/-","value":2}]""", """{"a":{"x":[1]},"b":[1,2]}""")]
    [InlineData("""{"a":1}""", """[{"op":"move","from":"/a","path":"/a"}]""", """{"a":1}""")]
    [InlineData("""{"a":"x","b":[1,"2"]}""", """[{"op":"test","path":"/a","value":"x"},{"op":"test","path":"/b","value":[1.0,"2"]}]""", """{"a":"x","b":[1,"2"]}""")]
    [InlineData("""{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":10},{"op":"replace","path":"/~1","value":8}]""", """{"/":8,"~1":10}""")]
    [InlineData("""{"":1,"a":{"":2}}""", """[{"op":"replace","path":"/","value":3},{"op":"replace","path":"/a/","value":4}]""", """{"":3,"a":{"":4}}""")]
    [InlineData("""{"a":null}""", """[{"op":"test","path":"/a","value":null}]""", """{"a":null}""")]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":2,"extra":true}]""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"","value":{"b":2}}]""", """{"b":2}""")]
    [InlineData("""{"a":{"x":1}}""", """[{"op":"test","path":"","value":{"a":{"x":1}}}]""", """{"a":{"x":1}}""")]
    [InlineData("""{"a":1}""", "[]", """{"a":1}""")]
    public void An_operation_does_what_the_RFC_says(string before, string patch, string after)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), JsonNode.Parse(Apply(before, patch).Text!)), Apply(before, patch).Text);

    [Theory]
    [InlineData("""[{"op":"add","path":"/b/c","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a/3","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a/01","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a/-1","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a/x","value":1}]""")]
    [InlineData("""[{"op":"remove","path":"/b"}]""")]
    [InlineData("""[{"op":"remove","path":"/a/2"}]""")]
    [InlineData("""[{"op":"remove","path":"/a/-"}]""")]
    [InlineData("""[{"op":"remove","path":""}]""")]
    [InlineData("""[{"op":"replace","path":"/b","value":1}]""")]
    [InlineData("""[{"op":"replace","path":"/a/2","value":1}]""")]
    [InlineData("""[{"op":"move","from":"/b","path":"/c"}]""")]
    [InlineData("""[{"op":"move","from":"/o","path":"/o/x"}]""")]
    [InlineData("""[{"op":"copy","from":"/b","path":"/c"}]""")]
    [InlineData("""[{"op":"test","path":"/a/0","value":"1"}]""")]
    [InlineData("""[{"op":"test","path":"/b","value":null}]""")]
    [InlineData("""[{"op":"test","path":"/o","value":{"x":1,"y":2}}]""")]
    public void An_operation_that_does_not_fit_fails_with_422(string patch)
        => Assert.Equal(422, Apply("""{"a":[1,2],"o":{"x":1}}""", patch).Status);

    [Fact]
    public void The_operation_that_fails_is_named()
    {
        Assert.True(JsonPatch.TryRead(Bytes("""[{"op":"test","path":"/a","value":1},{"op":"remove","path":"/b"}]"""), Options, out var patch, out _));

        Assert.False(patch.TryApply(Bytes("""{"a":1}"""), out _, out var refusal));
        Assert.Contains("Operation 2 (remove)", refusal.Issues[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("[")]
    [InlineData("""[{"op":"add","path":"/a"}]""")]
    [InlineData("""[{"op":"add","path":"a","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/~2","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/~","value":1}]""")]
    [InlineData("""[{"op":"move","path":"/a"}]""")]
    [InlineData("""[{"op":"copy","path":"/a","from":"b"}]""")]
    [InlineData("""[{"op":"merge","path":"/a","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a","value":{"x":1,"x":2}}]""")]
    [InlineData("""[{"op":"add","path":"/a","path":"/b","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/\ud800","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a","value":"\udc00"}]""")]
    public void What_is_no_patch_fails_with_400(string patch)
    {
        Assert.False(JsonPatch.TryRead(Bytes(patch), Options, out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void What_is_no_UTF_8_fails_with_400()
    {
        Assert.False(JsonPatch.TryRead(new byte[] { (byte)'[', (byte)'"', 0xC3, (byte)'"', (byte)']' }, Options, out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void Too_many_operations_fail_with_413()
    {
        var patch = $"[{string.Join(',', Enumerable.Repeat("""{"op":"test","path":"/a","value":1}""", 21))}]";

        Assert.False(JsonPatch.TryRead(Bytes(patch), Options, out _, out var refusal));
        Assert.Equal(413, refusal.Status);
    }

    [Fact]
    public void Copies_of_copies_cannot_fill_the_memory()
    {
        var copies = string.Join(',', Enumerable.Range(0, 19).Select(count => $$$"""{"op":"copy","from":"/a","path":"/a/x{{{count}}}"}"""));

        Assert.Equal(413, Apply($$$"""{"a":{"text":"{{{new string('x', 500)}}}"}}""", $"[{copies}]").Status);
    }

    [Fact]
    public void Trees_cannot_grow_deeper_than_content_may_be()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 50)) + "1" + string.Concat(Enumerable.Repeat("]", 50));
        var path = string.Concat(Enumerable.Repeat("/0", 40));

        Assert.Equal(422, Apply($$"""{"a":{{deep}}}""", $$$"""[{"op":"copy","from":"/a","path":"/a{{{path}}}"}]""").Status);
        Assert.Equal(422, Apply("""{"a":1}""", $$$"""[{"op":"add","path":"/b","value":{{{deep}}}},{"op":"add","path":"/b{{{path}}}","value":{{{deep}}}}]""").Status);
    }

    [Fact]
    public void Numbers_that_are_not_touched_keep_their_digits()
        => Assert.Equal("""{"a":1.50,"b":[2.0],"d":1e2}""", Apply("""{"a":1.50,"b":[2.0],"c":0,"d":1e2}""", """[{"op":"remove","path":"/c"}]""").Text);

    [Fact]
    public void Numbers_that_are_added_keep_their_digits()
        => Assert.Equal("""{"a":{"v":7.10}}""", Apply("""{"a":1}""", """[{"op":"replace","path":"/a","value":{"v":7.10}}]""").Text);

    [Theory]
    [InlineData("""{"a":[1],"b":2}""", """[{"op":"remove","path":"/a/0"}]""", """{"b":2}""")]
    [InlineData("""{"a":{"x":[{"y":1}]},"b":2}""", """[{"op":"remove","path":"/a/x/0/y"}]""", """{"b":2}""")]
    [InlineData("""{"a":[1]}""", """[{"op":"remove","path":"/a/0"},{"op":"add","path":"/a/-","value":2}]""", """{"a":[2]}""")]
    public void What_removals_leave_empty_is_removed_at_the_end(string before, string patch, string after)
        => Assert.Equal(after, Apply(before, patch).Text);

    [Property]
    public Property Adding_and_removing_again_changes_nothing()
        => Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(-9, 9)).ToArbitrary(),
            Gen.Choose(0, 20).ToArbitrary(),
            (items, place) =>
            {
                var document = $$"""{"a":[0,{{string.Concat(items.Select(item => $"{item},"))}}1]}""";
                var index = place % (items.Length + 3);

                var result = Apply(document, $$$"""[{"op":"add","path":"/a/{{{index}}}","value":{"x":1}},{"op":"remove","path":"/a/{{{index}}}"}]""");

                Assert.Equal(document, result.Text);
            });

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static (int Status, string? Text) Apply(string document, string json)
    {
        Assert.True(JsonPatch.TryRead(Bytes(json), Options, out var patch, out var unread), unread?.Issues[0].Text);
        return patch.TryApply(Bytes(document), out var edited, out var refusal) ? (200, Encoding.UTF8.GetString(edited.Span)) : (refusal.Status, null);
    }
}
