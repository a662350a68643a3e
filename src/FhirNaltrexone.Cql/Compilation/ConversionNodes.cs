using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Conversions between types, and the questions whether they would succeed.</summary>
internal static class ConversionNodes
{
    private static readonly Dictionary<string, Func<object, int, object?>> Targets = new(StringComparer.Ordinal)
    {
        ["Boolean"] = static (value, _) => Conversions.ToBoolean(value),
        ["Integer"] = static (value, _) => Conversions.ToInteger(value),
        ["Long"] = static (value, _) => Conversions.ToLong(value),
        ["Decimal"] = static (value, _) => Conversions.ToDecimal(value),
        ["String"] = static (value, _) => Conversions.ToString(value),
        ["Date"] = static (value, _) => Conversions.ToDate(value),
        ["DateTime"] = Conversions.ToDateTime,
        ["Time"] = static (value, _) => Conversions.ToTime(value),
        ["Quantity"] = static (value, _) => Conversions.ToQuantity(value),
        ["Ratio"] = static (value, _) => Conversions.ToRatio(value),
        ["Concept"] = static (value, _) => Conversions.ToConcept(value),
    };

    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        foreach (var (name, conversion) in Targets)
        {
            table["To" + name] = context => To(context, conversion);
            if (name != "Concept") table[$"ConvertsTo{name}"] = context => Test(context, conversion);
        }

        table["Convert"] = Convert;
        table["CanConvert"] = context => ToType(context) is { } conversion ? Test(context, conversion) : context.Fail("The conversion is not supported.");
        table["ConvertQuantity"] = context => context.Strict(static (quantity, unit) => Units.ConvertTo((CqlQuantity)quantity, (string)unit));
        table["CanConvertQuantity"] = context => context.Strict(static (quantity, unit) => Boxes.Of(Units.Convert((CqlQuantity)quantity, (string)unit) is not null));
        table["ToChars"] = context => context.Unary(static value => CqlList.From(((string)value).Select(each => each.ToString())));
    }

    private static Evaluator To(NodeContext context, Func<object, int, object?> conversion)
    {
        var operand = context.Operand(0);

        // Numbers and codes do not depend on the offset of an evaluation, as date/times do.
        if (operand.IsAlways(out var constant) && constant is int or long or decimal or CqlCode) return Evaluator.Always(conversion(constant, 0));
        return Evaluator.Of(frame => operand.Evaluate(frame) is { } value ? conversion(value, frame.Offset) : null);
    }

    private static Evaluator Test(NodeContext context, Func<object, int, object?> conversion)
    {
        var operand = context.Operand(0);
        return Evaluator.Of(frame => operand.Evaluate(frame) is { } value ? Boxes.Of(conversion(value, frame.Offset) is not null) : null);
    }

    private static Evaluator Convert(NodeContext context) =>
        ToType(context) is { } conversion ? To(context, conversion) : context.Fail("The conversion is not supported.");

    private static Func<object, int, object?>? ToType(NodeContext context) =>
        ElmTypes.Read(context.Node, "toType", "toTypeSpecifier") is { Kind: CqlTypeKind.Named, IsFhir: false } type ? Targets.GetValueOrDefault(type.Name) : null;
}
