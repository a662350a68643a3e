using System.Globalization;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Literals, null, quantities, ratios, tuples, instances and messages.</summary>
internal static class ValueNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Literal"] = Literal;
        table["Null"] = static _ => static _ => null;
        table["Quantity"] = Quantity;
        table["Ratio"] = Ratio;
        table["Tuple"] = Tuple;
        table["Instance"] = Instance;
        table["Message"] = Message;
    }

    private static Evaluator Literal(NodeContext context)
    {
        if (Literals.Read(context.Node) is not { } value) return context.Fail($"The literal does not fit its type {context.Node.Text("valueType")}.");
        return _ => value;
    }

    private static Evaluator Quantity(NodeContext context)
    {
        if (Read(context.Node) is not { } value) return context.Fail("The quantity has no number.");
        if (value.Unit is { } unit) Units.Prepare(unit);
        return _ => value;
    }

    private static CqlQuantity? Read(ElmNode node) =>
        decimal.TryParse(node.Text("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new CqlQuantity(value, node.Text("unit"))
            : null;

    private static Evaluator Ratio(NodeContext context)
    {
        var (numerator, denominator) = (Read(context.Node.Child("numerator")), Read(context.Node.Child("denominator")));
        if (numerator is null || denominator is null) return context.Fail("The ratio has no numbers.");
        var value = new CqlRatio(numerator, denominator);
        return _ => value;
    }

    private static (string[] Names, Evaluator[] Values) Elements(NodeContext context)
    {
        var elements = context.Node.List("element");
        var compiler = context.Compiler;
        return ([.. elements.Select(element => element.Text("name")!)], [.. elements.Select(element => compiler.Compile(element.Child("value")))]);
    }

    private static Evaluator Tuple(NodeContext context)
    {
        var (names, values) = Elements(context);
        return frame => new CqlTuple(names, All(values, frame), null);
    }

    private static object?[] All(Evaluator[] values, Frame frame)
    {
        var result = new object?[values.Length];
        for (var i = 0; i < result.Length; i++) result[i] = values[i](frame);
        return result;
    }

    private static Evaluator Instance(NodeContext context)
    {
        var (names, values) = Elements(context);
        var type = CqlType.Named(context.Node.Text("classType") ?? "");
        if (type.IsFhir) return frame => new CqlTuple(names, All(values, frame), type.Name);
        return type.Name switch
        {
            "Code" => Make(names, values, static part => new CqlCode(part("code") as string, part("system") as string, part("version") as string, part("display") as string)),
            "Concept" => Make(names, values, static part => new CqlConcept([.. (part("codes") as CqlList ?? CqlList.Empty).OfType<CqlCode>()], part("display") as string)),
            "Quantity" => Make(names, values, static part => part("value") is decimal value ? new CqlQuantity(value, part("unit") as string) : null),
            "Ratio" => Make(names, values, static part => part("numerator") is CqlQuantity x && part("denominator") is CqlQuantity y ? new CqlRatio(x, y) : null),
            "ValueSet" or "CodeSystem" => Make(names, values, part => new CqlVocabulary(type.Name, part("id") as string, part("version") as string, part("name") as string)),
            _ => context.Fail($"Instances of {type} are not supported."),
        };
    }

    private static Evaluator Make(string[] names, Evaluator[] values, Func<Func<string, object?>, object?> make) => frame => make(name =>
    {
        var index = Array.IndexOf(names, name);
        return index < 0 ? null : values[index](frame);
    });

    /// <summary>A message of severity Error ends the evaluation; others only pass the source on.</summary>
    private static Evaluator Message(NodeContext context)
    {
        var source = context.Child("source");
        var (condition, severity, code) = (context.Optional("condition"), context.Optional("severity"), context.Optional("code"));
        return frame =>
        {
            if (condition?.Invoke(frame) is true && severity?.Invoke(frame) is "Error")
                throw new CqlException($"The expression raised the error {code?.Invoke(frame) as string ?? "without code"}.");
            return source(frame);
        };
    }
}
