using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Text.</summary>
internal static class StringNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Concatenate"] = context => context.Node.List("operand").Count > 1
            ? new Concatenation([.. Parts(context.Node, context.Compiler)])
            : context.Fail("An operand is missing.");
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

    /// <summary>The parts of a chain of concatenations, so that no text in between is made.</summary>
    private static IEnumerable<Evaluator> Parts(ElmNode node, BodyCompiler compiler) => node.Type == "Concatenate"
        ? node.List("operand").SelectMany(operand => Parts(operand, compiler))
        : [compiler.Compile(node)];

    private static OfTwoTexts Texts(NodeContext context, Func<string, string, object?> operation) => new OfTwoTexts(context.Operand(0), context.Operand(1), operation);

    private static OfTwoTexts OfParts(NodeContext context, string first, string second, Func<string, string, object?> operation)
    {
        return new OfTwoTexts(context.Child(first), context.Child(second), operation);
    }

    private static Evaluator Combine(NodeContext context)
    {
        var (source, separator) = (context.Child("source"), context.Optional("separator"));
        return Evaluator.Of(frame => source.Evaluate(frame) is CqlList list ? Strings.Combine(list, separator?.Evaluate(frame) as string ?? "") : null);
    }

    private static Evaluator Split(NodeContext context)
    {
        var (text, separator) = (context.Child("stringToSplit"), context.Optional("separator"));
        return Evaluator.Of(frame => text.Evaluate(frame) is string value ? Strings.Split(value, separator?.Evaluate(frame) as string) : null);
    }

    private static Evaluator Substring(NodeContext context)
    {
        var (text, start, length) = (context.Child("stringToSub"), context.Child("startIndex"), context.Optional("length"));
        return Evaluator.Of(frame => text.Evaluate(frame) is string value && start.Evaluate(frame) is int from ? Strings.Substring(value, from, length?.Evaluate(frame)) : null);
    }

    private static Evaluator Replace(NodeContext context)
    {
        var operands = context.Operands();
        return Evaluator.Of(frame => operands[0].Evaluate(frame) is string text && operands[1].Evaluate(frame) is string pattern && operands[2].Evaluate(frame) is string substitution
            ? Strings.Replace(text, pattern, substitution)
            : null);
    }

    /// <summary>Lower case is what CQL asks for, whatever the analyzer prefers.</summary>
    private static string Lower(string text) => System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToLower(text);

    private sealed class OfTwoTexts(Evaluator left, Evaluator right, Func<string, string, object?> operation) : Evaluator
    {
        public override object? Evaluate(Frame frame) => left.Evaluate(frame) is string x && right.Evaluate(frame) is string y ? operation(x, y) : null;
    }

    /// <summary>Null when one of the parts is.</summary>
    private sealed class Concatenation(Evaluator[] parts) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            var texts = new string[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                if (parts[i].Evaluate(frame) is not string text) return null;
                texts[i] = text;
            }

            return string.Concat(texts);
        }
    }
}
