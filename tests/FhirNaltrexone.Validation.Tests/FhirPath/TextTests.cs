using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Texts (FHIRPath N1, 5.6).</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("'abcdefg'.indexOf('bc')", "1")]
    [InlineData("'abcdefg'.indexOf('x')", "-1")]
    [InlineData("'abc'.indexOf('')", "0")]
    [InlineData("'abcdefg'.substring(3)", "'defg'")]
    [InlineData("'abcdefg'.substring(1, 2)", "'bc'")]
    [InlineData("'abcdefg'.substring(6, 2)", "'g'")]
    [InlineData("'abcdefg'.substring(7, 1)", "{}")]
    [InlineData("'abcdefg'.substring(-1, 1)", "{}")]
    [InlineData("'abcdefg'.startsWith('abc')", "true")]
    [InlineData("'abcdefg'.startsWith('')", "true")]
    [InlineData("'abcdefg'.startsWith({})", "{}")]
    [InlineData("'abcdefg'.endsWith('efg')", "true")]
    [InlineData("'abc'.contains('bc')", "true")]
    [InlineData("'abc'.contains('B')", "false")]
    [InlineData("{}.contains('B')", "{}")]
    [InlineData("'AbCdefg'.upper()", "'ABCDEFG'")]
    [InlineData("'aBcDEFG'.lower()", "'abcdefg'")]
    [InlineData("'abcdefg'.replace('cde', '123')", "'ab123fg'")]
    [InlineData("'abcdefg'.replace('cde', '')", "'abfg'")]
    [InlineData("'abc'.replace('', 'x')", "'xaxbxcx'")]
    [InlineData("'abc'.length()", "3")]
    [InlineData("''.length()", "0")]
    [InlineData("'abc'.toChars()", "'a', 'b', 'c'")]
    [InlineData("' a b '.trim()", "'a b'")]
    [InlineData("'a,b,'.split(',')", "'a', 'b', ''")]
    [InlineData("('a' | 'b').join('-')", "'a-b'")]
    [InlineData("5.length()", "error")]
    [InlineData("('a' | 'b').length()", "error")]
    [InlineData("'a'.substring('b')", "error")]
    public void Functions_of_texts(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData(@"'http://fhir.org/x|4.0.1'.matches('x')", "true")]
    [InlineData(@"'ABC'.matches('^[A-Z]+$')", "true")]
    [InlineData(@"'AbC'.matches('^[A-Z]+$')", "false")]
    [InlineData(@"'a\nb'.matches('a.b')", "true")]
    [InlineData(@"'abc'.matchesFull('b')", "false")]
    [InlineData(@"'abc'.matchesFull('a|abc')", "true")]
    [InlineData(@"'a1'.matches('\\d')", "true")]
    [InlineData(@"'aa'.matches('(a)\\1')", "true")]
    [InlineData(@"'11/30/1972'.replaceMatches('\\b(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{2,4})\\b', '${day}-${month}-${year}')", "'30-11-1972'")]
    [InlineData(@"{}.matches('a')", "{}")]
    [InlineData(@"'a'.matches({})", "{}")]
    public void Patterns_match_anywhere_and_a_point_matches_line_ends(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData(@"'\'\""\`\\\/\r\n\t\f\u0041'", "'\"`\\/\r\n\t\fA")]
    public void Escapes_stand_for_characters(string expression, string expected) => Assert.Equal($"'{expected}'", Paths.Evaluate(expression));
}
