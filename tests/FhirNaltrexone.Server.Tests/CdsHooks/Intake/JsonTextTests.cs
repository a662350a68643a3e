using System.Text;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Intake;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"a":"\\u0000"}""")]
    [InlineData("""{"a":"\\\\u0000 \" \/ \n"}""")]
    [InlineData("""{"a":"\ud83d\ude00 \u00e9"}""")]
    [InlineData("""{"a":"\uD83D\uDE00\uD83D\uDE00"}""")]
    [InlineData("""{"a":"0000"}""")]
    public void Finds_nothing_wrong_with_usable_text(string json) => Assert.Null(JsonText.FindDefect(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"a":"\u0000"}""")]
    [InlineData("""{"a":"\\\u0000"}""")]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""")]
    [InlineData("""{"a":"\ude00"}""")]
    [InlineData("""{"a":"x\ud83dx"}""")]
    public void Finds_text_that_cannot_be_kept(string json) => Assert.NotNull(JsonText.FindDefect(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Finds_bytes_that_are_not_UTF8() => Assert.NotNull(JsonText.FindDefect([(byte)'"', 0xC3, 0x28, (byte)'"']));

    [Property]
    public void Never_fails_whatever_the_bytes(byte[] bytes)
    {
        JsonText.FindDefect(bytes);
        JsonText.FindDefect([.. bytes, (byte)'\\', (byte)'u', (byte)'d']);
    }

    [Property]
    public bool Accepts_every_string_that_can_be_read_back(string? text)
    {
        var json = Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(text));
        var isUsable = text is null || (!text.Contains('\0') && IsWellFormed(text));
        return !isUsable || JsonText.FindDefect(json) is null;
    }

    private static bool IsWellFormed(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
