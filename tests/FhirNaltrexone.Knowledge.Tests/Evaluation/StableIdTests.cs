using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Tests.Evaluation;

public sealed class StableIdTests
{
    [Fact]
    public void The_same_content_gives_the_same_id()
        => Assert.Equal(StableId.Of("call", "PW-01", "text"), StableId.Of("call", "PW-01", "text"));

    [Fact]
    public void Another_call_gives_another_id()
        => Assert.NotEqual(StableId.Of("call 1", "PW-01"), StableId.Of("call 2", "PW-01"));

    [Fact]
    public void Moving_a_letter_from_one_part_to_the_next_changes_the_id()
        => Assert.NotEqual(StableId.Of("ab", "c"), StableId.Of("a", "bc"));

    [Fact]
    public void Bytes_after_the_parts_count()
        => Assert.NotEqual(StableId.Of(["a"], "x"u8), StableId.Of(["a"], "y"u8));

    [Fact]
    public void Ids_have_the_layout_of_a_name_based_uuid()
        => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", StableId.Of("any", null, "thing").ToString());
}
