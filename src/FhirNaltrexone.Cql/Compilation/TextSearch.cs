using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// Whether a text contains one of several, as rules write it: <c>exists (names N where PositionOf(N, text) >= 0)</c>. It is looked for in one step.
/// </summary>
internal sealed class TextSearch(Evaluator parts, Evaluator whole) : Evaluator
{
    /// <summary>Null when the node is anything else.</summary>
    public static TextSearch? Compile(NodeContext context)
    {
        if (context.Node.List("operand") is not [{ Type: "Query" } query] || query.List("source") is not [var source]) return null;
        if (query.List("let").Count > 0 || query.List("relationship").Count > 0 || query.Child("aggregate").IsDefined || query.Child("return").IsDefined) return null;
        if (query.Child("where") is not { Type: "GreaterOrEqual" } where || where.List("operand") is not [{ Type: "PositionOf" } position, { Type: "Literal" } least]) return null;
        if (Literals.Read(least) is not 0 || position.Child("string").Type != "OperandRef" || !IsAlias(position.Child("pattern"), source)) return null;
        return new(context.Compiler.Compile(source.Child("expression")), context.Compiler.Compile(position.Child("string")));
    }

    public override object? Evaluate(Frame frame)
        => parts.Evaluate(frame) is CqlList list && whole.Evaluate(frame) is string text && list.HasPartOf(text) ? Boxes.True : Boxes.False;

    private static bool IsAlias(ElmNode node, ElmNode source) => node.Type == "AliasRef" && node.Text("name") == source.Text("alias");
}
