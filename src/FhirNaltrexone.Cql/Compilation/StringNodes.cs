using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Text.</summary>
internal static class StringNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Concatenate"] = context => Texts(context, static (x, y) => string.Concat(x, y));
        table["Combine"] = Combine;
        table["Split"] = Split;
        table["SplitOnMatches"] = context => OfParts(context, "stringToSplit", "separatorPattern", static (text, pattern) => Strings.SplitOnMatches(text, pattern));
        table["Upper"] = context => context.Unary(static value => ((string)value).ToUpperInvariant());
        table["Lower"] = context => context.Unary(static value => Lower((string)value));
        table["Substring"] = Substring;
        table["PositionOf"] = context => OfParts(context, "pattern", "string", static (part, text) => Boxes.Of(text.IndexOf(part, StringComparison.Ordinal)));
        table["LastPositionOf"] = context => OfParts(context, "pattern", "string", static (part, text) => Boxes.Of(text.LastIndexOf(part, StringComparison.Ordinal)));
        table["StartsWith"] = context => Texts(context, static (text, part) => Boxes.Of(text.StartsWith(part, StringComparison.Ordinal)));
        table["EndsWith"] = context => Texts(context, static (text, part) => Boxes.Of(text.EndsWith(part, StringComparison.Ordinal)));
        table["Matches"] = context => Texts(context, static (text, pattern) => Boxes.Of(Strings.Matches(text, pattern)));
        table["ReplaceMatches"] = Replace;
    }

    private static Evaluator Texts(NodeContext context, Func<string, string, object?> operation) =>
        context.Strict((left, right) => operation((string)left, (string)right));

    private static Evaluator OfParts(NodeContext context, string first, string second, Func<string, string, object?> operation)
    {
        var (left, right) = (context.Child(first), context.Child(second));
        return frame => left(frame) is string x && right(frame) is string y ? operation(x, y) : null;
    }

    private static Evaluator Combine(NodeContext context)
    {
        var (source, separator) = (context.Child("source"), context.Optional("separator"));
        return frame => source(frame) is CqlList list ? Strings.Combine(list, separator?.Invoke(frame) as string ?? "") : null;
    }

    private static Evaluator Split(NodeContext context)
    {
        var (text, separator) = (context.Child("stringToSplit"), context.Optional("separator"));
        return frame => text(frame) is string value ? Strings.Split(value, separator?.Invoke(frame) as string) : null;
    }

    private static Evaluator Substring(NodeContext context)
    {
        var (text, start, length) = (context.Child("stringToSub"), context.Child("startIndex"), context.Optional("length"));
        return frame => text(frame) is string value && start(frame) is int from ? Strings.Substring(value, from, length?.Invoke(frame)) : null;
    }

    private static Evaluator Replace(NodeContext context)
    {
        var operands = context.Operands();
        return frame => operands[0](frame) is string text && operands[1](frame) is string pattern && operands[2](frame) is string substitution
            ? Strings.Replace(text, pattern, substitution)
            : null;
    }

    /// <summary>Lower case is what CQL asks for, whatever the analyzer prefers.</summary>
    private static string Lower(string text) => System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToLower(text);
}
