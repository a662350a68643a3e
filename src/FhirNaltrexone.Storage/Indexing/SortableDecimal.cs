namespace FhirNaltrexone.Storage.Indexing;

/// <summary>
/// A decimal number as text whose ordinal order is the numeric order, so that every engine compares alike and exactly (0.1 + 0.2 is 0.3).
/// Numbers that are equal have the same text, whatever their trailing zeros.
/// </summary>
public readonly record struct SortableDecimal : IComparable<SortableDecimal>
{
    private const char Negative = '0';
    private const char Zero = '1';
    private const char Positive = '2';

    // Exponents of System.Decimal lie within -28 and 28; shifted they have two digits.
    private const int ExponentShift = 40;

    private readonly string? _text;

    private SortableDecimal(string text) => _text = text;

    /// <summary>Less than every number.</summary>
    public static SortableDecimal Least { get; } = new("!");

    /// <summary>Greater than every number.</summary>
    public static SortableDecimal Greatest { get; } = new("~");

    /// <summary>The text; ASCII.</summary>
    public string Text => _text ?? Zero.ToString();

    /// <summary>Encodes a number.</summary>
    /// <param name="value">Any decimal.</param>
    public static SortableDecimal From(decimal value)
    {
        if (value == 0) return new(Zero.ToString());
        var digits = decimal.Abs(value).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var all = point < 0 ? digits : string.Concat(whole, digits.AsSpan(point + 1));
        var significant = all.TrimStart('0');
        var exponent = whole.Length - (all.Length - significant.Length) + ExponentShift;
        significant = significant.TrimEnd('0');
        return value > 0
            ? new($"{Positive}{exponent:00}{significant}")
            : new($"{Negative}{Complement($"{exponent:00}{significant}")}~");
    }

    /// <summary>Numeric order.</summary>
    /// <param name="other">Another number.</param>
    public int CompareTo(SortableDecimal other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <summary>Equal numbers are equal.</summary>
    /// <param name="other">Another number.</param>
    public bool Equals(SortableDecimal other) => Text == other.Text;

    /// <summary>Hash of the number.</summary>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Order.</summary>
    public static bool operator <(SortableDecimal left, SortableDecimal right) => left.CompareTo(right) < 0;

    /// <summary>Order.</summary>
    public static bool operator >(SortableDecimal left, SortableDecimal right) => left.CompareTo(right) > 0;

    /// <summary>Order.</summary>
    public static bool operator <=(SortableDecimal left, SortableDecimal right) => left.CompareTo(right) <= 0;

    /// <summary>Order.</summary>
    public static bool operator >=(SortableDecimal left, SortableDecimal right) => left.CompareTo(right) >= 0;

    private static string Complement(string digits)
        => string.Create(digits.Length, digits, static (span, source) =>
        {
            for (var index = 0; index < span.Length; index++) span[index] = (char)('0' + ('9' - source[index]));
        });
}
