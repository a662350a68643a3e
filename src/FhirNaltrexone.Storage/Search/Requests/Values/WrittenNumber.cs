using System.Globalization;
using System.Text.RegularExpressions;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>A number as written, with the interval its digits stand for (FHIR R4, number parameters): 100 is [99.5, 100.5), 1e2 is [95, 105).</summary>
/// <param name="Value">The number.</param>
/// <param name="From">Inclusive start of the interval.</param>
/// <param name="To">Exclusive end.</param>
internal readonly partial record struct WrittenNumber(decimal Value, decimal From, decimal To)
{
    /// <summary>Reads a number that a decimal can hold.</summary>
    public static bool TryRead(string text, out WrittenNumber number)
    {
        number = default;
        var match = Written().Match(text);
        if (!match.Success || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return false;
        var exponent = match.Groups["exponent"].Success
            ? int.Parse(match.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : 0;
        var digits = match.Groups["whole"].Length + match.Groups["fraction"].Length;

        // R4 gives [95, 105) for 1e2, and not the [50, 150) of one digit: a single digit with a positive exponent is taken as two, 1.0e2.
        var isSingle = digits == 1 && exponent > 0;
        var half = HalfUnit(exponent - match.Groups["fraction"].Length - (isSingle ? 1 : 0));
        if (half is null || decimal.Abs(value) > decimal.MaxValue - half.Value) return false;
        number = new WrittenNumber(value, value - half.Value, value + half.Value);
        return true;
    }

    /// <summary>The number with the bounds that a comparison asks for: a tenth of it on both sides for <c>ap</c>.</summary>
    public WrittenNumber For(ValueComparison comparison)
    {
        if (comparison != ValueComparison.Approximate) return this;
        var tenth = decimal.Abs(Value) / 10;
        return decimal.Abs(Value) > decimal.MaxValue - tenth ? this : new WrittenNumber(Value, Value - tenth, Value + tenth);
    }

    /// <summary>The number as the store compares it.</summary>
    public NumberSpan Span => new(SortableDecimal.From(Value), SortableDecimal.From(From), SortableDecimal.From(To));

    /// <summary>Half of the last digit's worth; zero below what a decimal can tell apart, null above what it can hold.</summary>
    private static decimal? HalfUnit(int lastDigit)
    {
        if (lastDigit > 27) return null;
        var half = 0.5m;
        for (; lastDigit > 0; lastDigit--) half *= 10;
        for (; lastDigit < 0 && half != 0; lastDigit++) half /= 10;
        return half;
    }

    [GeneratedRegex(@"\A[-+]?(?<whole>[0-9]{1,40})(\.(?<fraction>[0-9]{1,40}))?([eE](?<exponent>[-+]?[0-9]{1,3}))?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
