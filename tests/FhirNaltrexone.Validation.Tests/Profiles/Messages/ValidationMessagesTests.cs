using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Tests.Profiles.Messages;

public sealed class ValidationMessagesTests
{
    [Fact]
    public void Ids_are_unique_and_of_one_form()
    {
        Assert.NotEmpty(ValidationMessages.All);
        Assert.All(ValidationMessages.All, message => Assert.Matches("^NAL-[A-Z]+(-[A-Z]+)*$", message.Id));
        Assert.Equal(ValidationMessages.All.Count, ValidationMessages.All.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public void The_documented_table_is_this_one()
    {
        var rows = File.ReadLines(Path.Combine(Conformance.Guide.Root, "docs", "validation.md")).Where(line => line.StartsWith("| `NAL-", StringComparison.Ordinal));

        Assert.Equal(ValidationMessages.All.Select(message => $"| `{message.Id}` | {message.Severity.ToString().ToLowerInvariant()} | {message.Code} | {message.Text} |"), rows);
    }

    [Fact]
    public void Texts_begin_like_sentences_and_end_without_full_stop()
        => Assert.All(ValidationMessages.All, message => Assert.False(message.Text.EndsWith('.') || message.Text.Length < 20, message.Id));
}
