using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Tests.Indexing;

public class AsciiFoldingTests
{
    [Fact]
    public void The_short_way_for_ASCII_folds_as_the_long_one()
    {
        var random = new Random(11);
        for (var index = 0; index < 2000; index++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 20)).Select(_ => (char)random.Next(1, 128))]);

            Assert.Equal(TextFolding.FoldAny(text), TextFolding.Fold(text));
        }
    }
}
