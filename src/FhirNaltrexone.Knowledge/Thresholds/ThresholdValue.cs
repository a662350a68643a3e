using System.Globalization;

namespace FhirNaltrexone.Knowledge.Thresholds;

/// <summary>A threshold's value: its text, and its numbers unless it is a text.</summary>
internal readonly record struct ThresholdValue(string Text, IReadOnlyList<decimal> Numbers)
{
    /// <summary>Reads a value; when it cannot be used, says what is wrong: type first, then bounds.</summary>
    public static ThresholdValue? Parse(Threshold threshold, string text, out string? fault)
    {
        if (threshold.Type == ThresholdType.String)
        {
            fault = threshold.Allowed.Contains(text, StringComparer.Ordinal) ? null : $"must be one of {string.Join(", ", threshold.Allowed)}";
            return fault is null ? new ThresholdValue(text, []) : null;
        }

        var numbers = ParseNumbers(threshold.Type, text);
        fault = numbers is null ? $"is not of type {threshold.Type}" : Bounds(threshold, numbers);
        return fault is null ? new ThresholdValue(text, numbers!) : null;
    }

    private static decimal[]? ParseNumbers(ThresholdType type, string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var parts = type == ThresholdType.IntegerList ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
        var numbers = new decimal[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!decimal.TryParse(parts[i], Style, CultureInfo.InvariantCulture, out numbers[i]) || !IsWholeWhereNeeded(type, numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static bool IsWholeWhereNeeded(ThresholdType type, decimal number)
        => type is ThresholdType.Quantity or ThresholdType.Decimal || (decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue);

    private static string? Bounds(Threshold threshold, decimal[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] < threshold.Min || numbers[i] > threshold.Max)
            {
                return string.Create(CultureInfo.InvariantCulture, $"must lie between {threshold.Min} and {threshold.Max}");
            }

            if (i > 0 && numbers[i] <= numbers[i - 1])
            {
                return "must be in rising order";
            }
        }

        return null;
    }
}
