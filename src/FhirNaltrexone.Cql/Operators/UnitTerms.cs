using System.Text;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>Product and quotient of unit codes, term by term: <c>cm</c> by <c>cm</c> is <c>cm2</c>.</summary>
internal static class UnitTerms
{
    /// <summary>The combined code; null when a code uses parentheses or annotations, which are not taken apart here.</summary>
    public static string? Combine(string? left, string? right, int power)
    {
        var terms = new List<(string Symbol, int Exponent)>();
        if (!Collect(terms, left ?? "1", 1) || !Collect(terms, right ?? "1", power)) return null;
        var text = new StringBuilder();
        foreach (var (symbol, exponent) in terms.Where(term => term.Exponent > 0)) Append(text.Length == 0 ? text : text.Append('.'), symbol, exponent);
        foreach (var (symbol, exponent) in terms.Where(term => term.Exponent < 0)) Append(text.Append(text.Length == 0 ? "1/" : "/"), symbol, -exponent);
        return text.Length == 0 ? "1" : text.ToString();
    }

    private static bool Collect(List<(string Symbol, int Exponent)> terms, string unit, int power)
    {
        if (unit.AsSpan().ContainsAny("(){}")) return false;
        var (start, sign) = (0, 1);
        for (var i = 0; i <= unit.Length; i++)
        {
            if (i < unit.Length && unit[i] is not ('.' or '/')) continue;
            if (i > start) AddTerm(terms, unit[start..i], sign * power);
            if (i < unit.Length) sign = unit[i] == '/' ? -1 : 1;
            start = i + 1;
        }

        return true;
    }

    private static void AddTerm(List<(string Symbol, int Exponent)> terms, string term, int sign)
    {
        if (term == "1") return;
        var digits = term.Length;
        while (digits > 0 && (char.IsAsciiDigit(term[digits - 1]) || term[digits - 1] == '-')) digits--;
        var isPower = digits == 0 || digits == term.Length || term[digits - 1] is '*' or '^' || !int.TryParse(term.AsSpan(digits), out _);
        var (symbol, exponent) = isPower ? (term, 1) : (term[..digits], int.Parse(term.AsSpan(digits), System.Globalization.CultureInfo.InvariantCulture));
        var index = terms.FindIndex(each => each.Symbol == symbol);
        if (index < 0) terms.Add((symbol, sign * exponent));
        else terms[index] = (symbol, terms[index].Exponent + (sign * exponent));
    }

    private static void Append(StringBuilder text, string symbol, int exponent)
    {
        text.Append(symbol);
        if (exponent != 1) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{exponent}");
    }
}
