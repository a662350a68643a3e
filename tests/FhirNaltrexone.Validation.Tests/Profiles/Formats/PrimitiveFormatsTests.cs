using System.Text;
using FhirNaltrexone.Validation.Profiles.Formats;

namespace FhirNaltrexone.Validation.Tests.Profiles.Formats;

public sealed class PrimitiveFormatsTests
{
    [Theory]
    [InlineData("integer", "0 -1 2147483647 -2147483648", "01 1.0 1e2 2147483648 -01 +1 --1")]
    [InlineData("unsignedInt", "0 7 2147483647", "-1 -0 2147483648")]
    [InlineData("positiveInt", "1 2147483647", "0 -1 2147483648")]
    [InlineData("id", "a A-1.b 1234567890123456789012345678901234567890123456789012345678901234", "a_b ä a/b 12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("oid", "urn:oid:1.2.3 urn:oid:2.0", "1.2.3 urn:oid:3.1 urn:oid:1 urn:oid:1.02 urn:oid:1..2 urn:oid:1.a urn:oid:")]
    [InlineData("uuid", "urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "c757873d-ec9a-4326-a141-556f43239520 urn:uuid:C757873D-EC9A-4326-A141-556F43239520 urn:uuid:c757873d")]
    [InlineData("base64Binary", "AAAA AAA= AA== +/09", "A AAA A=== =AAA AA=A AAA- AA==AAAA")]
    [InlineData("date", "2026 2026-11 2026-11-28 2024-02-29 0001", "0000 2026-13 2026-00 2026-11-31 2023-02-29 26 2026-1 2026-11-2 2026/11/28 2026-11-28T00:00:00Z 2026-11-")]
    [InlineData("dateTime", "2026 2026-11-28 2026-11-28T23:59:60Z 2026-11-28T00:00:00.123456+14:00 2026-11-28T00:00:00-13:59", "2026-11-28T00:00:00 2026-11-28T24:00:00Z 2026-11-28T00:00Z 2026-11-28T00:00:00+14:01 2026-11-28T00:00:00.Z 2026-11-28t00:00:00Z 2026-11T00:00:00Z 2026-11-28T00:00:00+0100")]
    [InlineData("instant", "2026-11-28T00:00:00Z", "2026-11-28 2026 2026-11-28T00:00:00")]
    [InlineData("time", "00:00:00 23:59:60 10:11:12.5", "24:00:00 10:11 10:60:00 10:00:61 10:11:12Z 10:11:12. 1:00:00")]
    public void Literals_are_told_apart(string type, string right, string wrong)
    {
        Assert.All(right.Split(' '), literal => Assert.True(IsRight(type, literal)));
        Assert.All(wrong.Split(' '), literal => Assert.False(IsRight(type, literal)));
    }

    [Theory]
    [InlineData("code", "a b", true)]
    [InlineData("code", "a  b", false)]
    [InlineData("code", " a", false)]
    [InlineData("code", "a\u00A0", false)]
    [InlineData("code", "ä b", true)]
    [InlineData("uri", "http://a b", false)]
    [InlineData("uri", "http://ä", true)]
    [InlineData("uri", "http://ä\u2003", false)]
    [InlineData("string", " \u00A0\n", false)]
    [InlineData("string", " a ", true)]
    [InlineData("markdown", "\n", false)]
    [InlineData("base64Binary", "AA\r\nAA AA==", true)]
    [InlineData("base64Binary", " ", false)]
    public void White_space_is_allowed_where_the_type_allows_it(string type, string literal, bool isRight) => Assert.Equal(isRight, IsRight(type, literal));

    [Theory]
    [InlineData("string", 'a')]
    [InlineData("markdown", 'ä')]
    public void Text_ends_where_R4_says(string type, char character)
    {
        Assert.True(IsRight(type, new string(character, 1024 * 1024)));
        Assert.False(IsRight(type, new string(character, (1024 * 1024) + 1)));
    }

    private static bool IsRight(string type, string literal) => PrimitiveFormats.Of(type).IsRight(Encoding.UTF8.GetBytes(literal));
}
