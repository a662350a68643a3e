using FhirNaltrexone.Storage.Indexing;
using FsCheck.Xunit;

namespace FhirNaltrexone.Storage.Tests.Indexing;

public sealed class SortableDecimalTests
{
    [Property(MaxTest = 5000)]
    public bool Orders_like_the_numbers(decimal left, decimal right)
        => Math.Sign(SortableDecimal.From(left).CompareTo(SortableDecimal.From(right))) == Math.Sign(left.CompareTo(right));

    [Theory]
    [InlineData("1", "1.00")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("0", "0.000")]
    [InlineData("100", "1e2")]
    public void Equal_numbers_have_the_same_text(string left, string right)
        => Assert.Equal(SortableDecimal.From(Parse(left)), SortableDecimal.From(Parse(right)));

    [Theory]
    [InlineData("-2", "-1.5")]
    [InlineData("-1", "-0.9999")]
    [InlineData("-0.0000000000000000000000000001", "0")]
    [InlineData("0", "0.0000000000000000000000000001")]
    [InlineData("0.09", "0.1")]
    [InlineData("9.99", "10")]
    [InlineData("79228162514264337593543950334", "79228162514264337593543950335")]
    public void Lies_between_the_neighbours(string less, string greater)
    {
        var (low, high) = (SortableDecimal.From(Parse(less)), SortableDecimal.From(Parse(greater)));

        Assert.True(low < high);
        Assert.True(SortableDecimal.Least < low && high < SortableDecimal.Greatest);
    }

    private static decimal Parse(string text)
        => decimal.Parse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
}
