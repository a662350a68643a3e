using System.Text.RegularExpressions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>The names by which the rules know opioids in words, and the list of opioid products, say the same.</summary>
public sealed partial class OpioidNameTests
{
    /// <summary>Brands in use that no product of the list bears; their sources stand beside the names.</summary>
    private static readonly string[] OfNoProduct =
    [
        "imodium", "levo-dromoran", "motofen", "nubain", "olinvyk", "stadol",
        "anexsia", "apadaz", "buvidal", "co-gesic", "darvocet", "liquicet", "ms ir ", "onsolis", "oramorph", "oxycet", "roxanol", "roxiprin", "sixmo",
        "tylox ", "wygesic", "zolvit",
    ];

    private static readonly string[] Displays =
        [.. File.ReadLines(Path.Combine(Repository.Profiles, "input/vocabulary/opioid-products.csv")).Skip(1).Select(line => $" {Display().Match(line).Groups["display"].Value.ToLowerInvariant()} ")];

    private static readonly string[] Brands = [.. Displays.SelectMany(line => Bracketed().Matches(line)).Select(match => $" {match.Groups[1].Value} ").Distinct()];

    private static readonly string[] BrandNames = Names("Opioid Brand Names");

    private static readonly string[] AllNames = [.. Names("Opioid Names"), .. BrandNames];

    [Fact]
    public void Every_product_of_the_list_is_named()
    {
        Assert.NotEmpty(Displays);
        Assert.Equal([], Displays.Where(display => !AllNames.Any(display.Contains)));
    }

    [Fact]
    public void Every_brand_of_the_list_is_named_where_it_stands_alone()
    {
        Assert.NotEmpty(Brands);
        Assert.Equal([], Brands.Where(brand => !AllNames.Any(brand.Contains)));
    }

    [Fact]
    public void Every_brand_name_is_of_a_product_of_the_list_or_known_to_be_of_none()
        => Assert.Equal(OfNoProduct, BrandNames.Where(name => !Brands.Concat(Displays).Any(text => text.Contains(name, StringComparison.Ordinal))));

    private static string[] Names(string define)
        => [.. Repository.Json("generated/elm/NaltrexoneContext.json").GetProperty("library").GetProperty("statements").GetProperty("def").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == define)
            .GetProperty("expression").GetProperty("element").EnumerateArray().Select(element => element.GetProperty("value").GetString()!)];

    [GeneratedRegex("""^[^,]*,(?:"(?<display>[^"]+)"|(?<display>[^",]+)),""")]
    private static partial Regex Display();

    [GeneratedRegex(@"\[([^\]]+)\]")]
    private static partial Regex Bracketed();
}
