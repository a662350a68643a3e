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
        table["Null"] = static _ => Evaluator.Nothing;
        table["Quantity"] = Quantity;
        table["Ratio"] = Ratio;
        table["Tuple"] = Tuple;
        table["Instance"] = Instance;
        table["Message"] = Message;
    }

    private static Evaluator Literal(NodeContext context)
    {
        if (Literals.Read(context.Node) is not { } value) return context.Fail($"The literal does not fit its type {context.Node.Text("valueType")}.");
        return Evaluator.Always(value);
    }

    private static Evaluator Quantity(NodeContext context)
    {
        if (Read(context.Node) is not { } value) return context.Fail("The quantity has no number.");
        if (value.Unit is { } unit) Units.Prepare(unit);
        return Evaluator.Always(value);
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
        return Evaluator.Always(value);
    }

    private static (string[] Names, Evaluator[] Values) Elements(NodeContext context)
    {
        var elements = context.Node.List("element");
        var compiler = context.Compiler;
        return ([.. elements.Select(element => string.Intern(element.Text("name")!))], [.. elements.Select(element => compiler.Compile(element.Child("value")))]);
    }

    private static TupleOf Tuple(NodeContext context)
    {
        var (names, values) = Elements(context);
        return new TupleOf(names, values);
    }

    private static object?[] All(Evaluator[] values, Frame frame)
    {
        var result = new object?[values.Length];
        for (var i = 0; i < result.Length; i++) result[i] = values[i].Evaluate(frame);
        return result;
    }

    private static Evaluator Instance(NodeContext context)
    {
        var (names, values) = Elements(context);
        var type = CqlType.Named(context.Node.Text("classType") ?? "");
        if (type.IsFhir) return Evaluator.Of(frame => new CqlTuple(names, All(values, frame), type.Name));
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
            return index < 0 ? Evaluator.Nothing : values[index];
        }
    }

    private static Evaluator Code(Evaluator code, Evaluator system, Evaluator version, Evaluator display) => Evaluator.Of(frame =>
        new CqlCode(code.Evaluate(frame) as string, system.Evaluate(frame) as string, version.Evaluate(frame) as string, display.Evaluate(frame) as string));

    private static Evaluator Concept(Evaluator codes, Evaluator display) => Evaluator.Of(frame =>
        new CqlConcept(CodesOf(codes.Evaluate(frame) as CqlList ?? CqlList.Empty), display.Evaluate(frame) as string) { IsOfEvaluation = true });

    private static CqlCode[] CodesOf(CqlList list)
    {
        var codes = new List<CqlCode>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is CqlCode code) codes.Add(code);
        }

        return [.. codes];
    }

    private static Evaluator QuantityOf(Evaluator value, Evaluator unit) => Evaluator.Of(frame =>
        value.Evaluate(frame) is decimal number ? new CqlQuantity(number, unit.Evaluate(frame) as string) : null);

    private static Evaluator RatioOf(Evaluator numerator, Evaluator denominator) => Evaluator.Of(frame =>
        numerator.Evaluate(frame) is CqlQuantity x && denominator.Evaluate(frame) is CqlQuantity y ? new CqlRatio(x, y) : null);

    private static Evaluator Vocabulary(string kind, Evaluator id, Evaluator version, Evaluator name) => Evaluator.Of(frame =>
        new CqlVocabulary(kind, id.Evaluate(frame) as string, version.Evaluate(frame) as string, name.Evaluate(frame) as string));

    /// <summary>A message of severity Error ends the evaluation; others only pass the source on.</summary>
    private static Evaluator Message(NodeContext context)
    {
        var source = context.Child("source");
        var (condition, severity, code) = (context.Optional("condition"), context.Optional("severity"), context.Optional("code"));
        return Evaluator.Of(frame =>
        {
            if (condition?.Evaluate(frame) is true && severity?.Evaluate(frame) is "Error")
                throw new CqlException($"The expression raised the error {code?.Evaluate(frame) as string ?? "without code"}.");
            return source.Evaluate(frame);
        });
    }

    private sealed class TupleOf(string[] names, Evaluator[] values) : Evaluator
    {
        public override object? Evaluate(Frame frame) => new CqlTuple(names, All(values, frame), null);
    }
}
