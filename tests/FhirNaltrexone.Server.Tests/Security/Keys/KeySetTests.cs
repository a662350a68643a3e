using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Keys;

/// <summary>Which keys of a set can be used (RFC 7517, RFC 7518 §6), and which sets are none.</summary>
public sealed class KeySetTests
{
    private static readonly TestKey Rsa = TestKey.Rsa("key");
    private static readonly TestKey Ec = TestKey.P384("key");

    public static TheoryData<string, string, string, bool> Members => new()
    {
        { "RSA", "use", "\"sig\"", true },
        { "RSA", "use", "\"enc\"", false },
        { "RSA", "use", "1", false },
        { "RSA", "key_ops", "[\"verify\"]", true },
        { "RSA", "key_ops", "[\"sign\"]", false },
        { "RSA", "key_ops", "\"verify\"", false },
        { "RSA", "kid", "\"\"", false },
        { "RSA", "kid", "7", false },
        { "RSA", "kty", "\"oct\"", false },
        { "RSA", "kty", "\"EC\"", false },
        { "RSA", "k", "\"AAAA\"", false },
        { "RSA", "d", "\"AAAA\"", false },
        { "RSA", "e", "\"AQAB\"", true },
        { "RSA", "e", "\"Aw\"", true },
        { "RSA", "e", "\"AQ\"", false },
        { "RSA", "e", "\"Ag\"", false },
        { "RSA", "e", "\"AQAAAAE\"", false },
        { "RSA", "e", "\"AQAB==\"", false },
        { "RSA", "n", "\"\"", false },
        { "RSA", "n", "\"AAAA\"", false },
        { "EC", "crv", "\"P-256\"", false },
        { "EC", "crv", "\"secp256k1\"", false },
        { "EC", "x", "\"AAAA\"", false },
        { "EC", "kty", "\"OKP\"", false },
        { "EC", "x5c", "[\"MIIB\"]", true },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_key_can_be_used_when_each_member_says_so(string kind, string member, string value, bool isUsable)
    {
        var key = (kind == "RSA" ? Rsa : Ec).Public();
        key[member] = JsonNode.Parse(value);

        Assert.Equal(isUsable, Read(TestKey.Set(key))!.IsUsable);
    }

    [Theory]
    [InlineData(2047, false)]
    [InlineData(2048, true)]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public void RSA_keys_are_neither_weak_nor_costly(int bits, bool isUsable)
    {
        var modulus = new byte[(bits + 7) / 8];
        modulus[0] = (byte)(1 << ((bits - 1) % 8));
        modulus[^1] |= 1;
        var key = Rsa.Public();
        key["n"] = Base64Url.EncodeToString(modulus);

        Assert.Equal(isUsable, Read(TestKey.Set(key))!.IsUsable);
    }

    [Fact]
    public void A_point_that_is_not_on_its_curve_is_no_key()
    {
        var key = Ec.Public();
        (key["x"], key["y"]) = ((string)key["y"]!, (string)key["x"]!);

        Assert.False(Read(TestKey.Set(key))!.IsUsable);
    }

    [Fact]
    public void An_id_that_two_keys_have_stands_for_none_and_the_others_are_not_touched()
    {
        var set = Read(TestKey.Set(Rsa, Ec, Ec.As("other")))!;

        Assert.True(set.Knows("key"));
        Assert.Null(set.Find("key"));
        Assert.NotNull(set.Find("other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":["x"]}""")]
    [InlineData("""{"keys":[]} x""")]
    [InlineData("""{"keys":[],"keys":[]}""")]
    [InlineData("""{"keys":[{"kid":"a","kid":"b"}]}""")]
    public void Anything_else_is_no_set(string text) => Assert.Null(Read(text));

    [Fact]
    public void Twenty_keys_are_a_set_and_one_more_is_none()
    {
        Assert.NotNull(Read(TestKey.Set(Enumerable.Range(0, 20).Select(n => Ec.As($"{n}")))));
        Assert.Null(Read(TestKey.Set(Enumerable.Range(0, 21).Select(n => Ec.As($"{n}")))));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Zg", "f")]
    [InlineData("Zm8", "fo")]
    [InlineData("Zm9v", "foo")]
    [InlineData("Zh", null)]
    [InlineData("Zm9", null)]
    [InlineData("Zg==", null)]
    [InlineData("Z", null)]
    [InlineData("Zm 9v", null)]
    [InlineData("Zm9v\n", null)]
    [InlineData("Zm+v", null)]
    [InlineData("Zm/v", null)]
    public void Bytes_are_written_in_one_way_only(string text, string? expected)
        => Assert.Equal(expected, Base64Text.Decode(Encoding.UTF8.GetBytes(text)) is { } bytes ? Encoding.UTF8.GetString(bytes) : null);

    private static KeySet? Read(string text) => KeySetReader.Read(Encoding.UTF8.GetBytes(text));
}
