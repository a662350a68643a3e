using System.Text.Json;
using FhirNaltrexone.Knowledge.Suggestions;

namespace FhirNaltrexone.Knowledge.Tests.Suggestions;

public sealed class ResourceCopyTests
{
    private const string Start = "dosageInstruction.timing.repeat.boundsPeriod.start";
    private const string NewStart = "2026-12-01T09:00:00-05:00";

    [Fact]
    public void Replaces_one_element_and_keeps_the_rest_in_its_order()
    {
        var copy = Copy(
            """{"resourceType":"MedicationRequest","id":"d","dosageInstruction":[{"text":"x","timing":{"repeat":{"frequency":1,"boundsPeriod":{"start":"2026-11-22"}}}}],"note":[{"text":"ä"}]}""",
            Start);

        Assert.Equal(
            """{"resourceType":"MedicationRequest","id":"d","dosageInstruction":[{"text":"x","timing":{"repeat":{"frequency":1,"boundsPeriod":{"start":"2026-12-01T09:00:00-05:00"}}}}],"note":[{"text":"ä"}]}""",
            copy);
    }

    [Fact]
    public void Applies_to_every_entry_of_a_list()
    {
        var copy = Copy("""{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"boundsPeriod":{"start":"2026"}}}},{"sequence":2}]}""", Start);

        Assert.Equal(2, copy!.Split(NewStart).Length - 1);
        Assert.Contains("\"sequence\":2,\"timing\"", copy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest"}""")]
    [InlineData("""{"resourceType":"MedicationRequest","dosageInstruction":[]}""")]
    public void Creates_missing_elements_as_the_lists_R4_wants(string draft)
        => Assert.Equal(
            """{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"boundsPeriod":{"start":"2026-12-01T09:00:00-05:00"}}}}]}""",
            Copy(draft, Start));

    [Fact]
    public void Drops_the_extensions_that_described_the_replaced_value()
    {
        var copy = Copy(
            """{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"boundsPeriod":{"_start":{"extension":[{"url":"u","valueCode":"unknown"}]}}}}}]}""",
            Start);

        Assert.DoesNotContain("_start", copy, StringComparison.Ordinal);
        Assert.Contains(NewStart, copy, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_set_a_second_type_of_a_choice_element()
        => Assert.Null(Copy("""{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"boundsDuration":{"value":4}}}}]}""", Start));

    [Theory]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-01T13:59:59Z")]
    [InlineData("2025")]
    public void Refuses_to_start_a_period_after_its_end(string end) => Assert.Null(Copy(WithEnd(end), Start));

    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-01T14:00:00Z")]
    [InlineData("2026-12")]
    public void Accepts_a_period_that_ends_when_it_starts_or_later(string end) => Assert.Contains(NewStart, Copy(WithEnd(end), Start), StringComparison.Ordinal);

    [Fact]
    public void Sets_two_elements_of_one_parent_together()
    {
        var copy = Copy("""{"resourceType":"MedicationRequest"}""", Start, "dosageInstruction.timing.repeat.boundsPeriod.end", "priority");

        Assert.Contains("""{"start":"2026-12-01T09:00:00-05:00","end":"2026-12-01T09:00:00-05:00"}""", copy, StringComparison.Ordinal);
        Assert.EndsWith(""","priority":"2026-12-01T09:00:00-05:00"}""", copy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("dosageInstruction[0].text")]
    [InlineData("extension.where(url='x').value")]
    public void Only_plain_element_names_are_a_path(string path) => Assert.Null(ElementPath.Parse("MedicationRequest", path));

    private static string WithEnd(string end)
        => """{"resourceType":"MedicationRequest","dosageInstruction":[{"timing":{"repeat":{"boundsPeriod":{"start":"2024","end":"END"}}}}]}"""
            .Replace("END", end, StringComparison.Ordinal);

    private static string? Copy(string draft, params string[] paths)
    {
        var changes = paths.Select(path => new ElementChange(ElementPath.Parse("MedicationRequest", path)!, writer => writer.WriteStringValue(NewStart)));
        return ResourceCopy.Write(JsonElement.Parse(draft), [.. changes]) is { } copy ? System.Text.Encoding.UTF8.GetString(copy.Span) : null;
    }
}
