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
            "Code" => Code(Part("code"), Part("system"), Part("version"), Part("display")),
            "Concept" => Concept(Part("codes"), Part("display")),
            "Quantity" => QuantityOf(Part("value"), Part("unit")),
            "Ratio" => RatioOf(Part("numerator"), Part("denominator")),
            "ValueSet" or "CodeSystem" => Vocabulary(type.Name, Part("id"), Part("version"), Part("name")),
            _ => context.Fail($"Instances of {type} are not supported."),
        };

        Evaluator Part(string name)
        {
            var index = Array.IndexOf(names, name);
            return index < 0 ? static _ => null : values[index];
        }
    }

    private static Evaluator Code(Evaluator code, Evaluator system, Evaluator version, Evaluator display) => frame =>
        new CqlCode(code(frame) as string, system(frame) as string, version(frame) as string, display(frame) as string);

    private static Evaluator Concept(Evaluator codes, Evaluator display) => frame =>
        new CqlConcept(CodesOf(codes(frame) as CqlList ?? CqlList.Empty), display(frame) as string);

    private static CqlCode[] CodesOf(CqlList list)
    {
        var codes = new List<CqlCode>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is CqlCode code) codes.Add(code);
        }

        return [.. codes];
    }

    private static Evaluator QuantityOf(Evaluator value, Evaluator unit) => frame =>
        value(frame) is decimal number ? new CqlQuantity(number, unit(frame) as string) : null;

    private static Evaluator RatioOf(Evaluator numerator, Evaluator denominator) => frame =>
        numerator(frame) is CqlQuantity x && denominator(frame) is CqlQuantity y ? new CqlRatio(x, y) : null;

    private static Evaluator Vocabulary(string kind, Evaluator id, Evaluator version, Evaluator name) => frame =>
        new CqlVocabulary(kind, id(frame) as string, version(frame) as string, name(frame) as string);

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
