using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// A date/time made of its own components, the finer ones zero when unknown, as rules write it to complete a time:
/// <c>DateTime(year from m, ..., Coalesce(second from m, 0), ..., timezoneoffset from m)</c>. It is filled in one step.
/// </summary>
internal static class MomentOfItself
{
    private static readonly CqlPrecision[] Precisions = Enum.GetValues<CqlPrecision>();

    /// <summary>Null when the node is anything else.</summary>
    public static Evaluator? Compile(NodeContext context)
    {
        var (node, stated) = (context.Node, 0);
        if (Source(node.Child("timezoneOffset"), "TimezoneOffsetFrom") is not { } moment || moment.Type != "OperandRef") return null;
        for (var i = 0; i < Precisions.Length; i++)
        {
            var component = node.Child(Precisions[i].ToString().ToLowerInvariant());
            if (stated == i && IsComponent(component, Precisions[i], moment)) stated++;
            else if (stated == 0 || !IsComponentOrZero(component, Precisions[i], moment)) return null;
        }

        // A month or day of zero is no date: only times are filled so.
        if (stated < (int)CqlPrecision.Day) return null;
        var (source, known) = (context.Compiler.Compile(moment), Precisions[stated - 1]);
        return Evaluator.Of(frame => source.Evaluate(frame) is CqlDateTime value ? Filled(value, known, frame) : null);
    }

    private static CqlDateTime Filled(CqlDateTime value, CqlPrecision known, Frame frame) => value.Precision < known
        ? new CqlDateTime(value.Packed, value.Precision, value.OffsetMinutes, true, frame.Offset)
        : new CqlDateTime(
            Calendar.Fill(value.Packed, value.Precision, CqlPrecision.Millisecond, high: false), CqlPrecision.Millisecond, value.OffsetMinutes, true, frame.Offset);

    private static bool IsComponentOrZero(ElmNode node, CqlPrecision precision, ElmNode moment) =>
        node.Type == "Coalesce" && node.List("operand") is [var component, { Type: "Literal" } zero] && zero.Text("value") == "0" && IsComponent(component, precision, moment);

    private static bool IsComponent(ElmNode node, CqlPrecision precision, ElmNode moment) =>
        node.Text("precision") == precision.ToString() && Source(node, "DateTimeComponentFrom") is { Type: "OperandRef" } other && other.Text("name") == moment.Text("name");

    private static ElmNode? Source(ElmNode node, string type) => node.Type == type && node.List("operand") is [var operand] ? operand : null;
}
