using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Tests.Indexing;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("naltrexone", "naltrexone")]
    [InlineData("  Müller-Lüdenscheidt ", "muller ludenscheidt")]
    [InlineData("O'Neil,  Ann\tMarie", "o neil ann marie")]
    [InlineData("ÅNGSTRÖM", "angstrom")]
    [InlineData("ﬁx", "fix")]
    [InlineData("Große Straße", "grosse strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Jørgensen Łukasz Đorđe Æsir Þór", "jorgensen lukasz dorde aesir thor")]
    [InlineData("Αθήνας ΑΘΗΝΑΣ", "αθηνασ αθηνασ")]
    [InlineData("--", "")]
    [InlineData("a𝒜", "aa")]
    public void Drops_case_accents_punctuation_and_extra_space(string text, string folded)
        => Assert.Equal(folded, TextFolding.Fold(text));
}
