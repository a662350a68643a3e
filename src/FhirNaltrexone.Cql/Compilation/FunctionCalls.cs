using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Calls of functions: the overload is chosen while compiling, by signature or by the types of the operands.</summary>
internal static class FunctionCalls
{
    public static Evaluator Compile(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (context.Compiler.Symbols.Of(context.Node.Text("libraryName")) is not { } library) return context.Fail($"The library of function {name} is not included.");
        var operands = context.Node.List("operand");
        var candidates = library.Functions.Where(each => each.Name == name && each.OperandTypes.Count == operands.Count).ToList();
        if (Choose(candidates, context.Node, operands) is not { } function)
            return context.Fail(candidates.Count == 0 ? $"The function {name} does not exist." : $"The call of {name} fits none or several of its overloads.");
        context.Compiler.Body.References.Add(function.Body);
        return Accessor(context, function) ?? Concept(context, library, function) ?? Call(context, function);
    }

    private static Evaluator Call(NodeContext context, Function function)
    {
        var caller = context.Compiler.Body;
        var body = function.Body;
        return context.Operands() switch
        {
            [Slot slot] => new CallOfSlot(body, caller, slot.Number),
            [var only] => new CallOfOne(body, caller, only),
            [var first, var second] => new CallOfTwo(body, caller, first, second),
            [var first, var second, var third] => Evaluator.Of(frame => frame.Call(body, caller, first, second, third)),
            var values => Evaluator.Of(frame => frame.Call(body, caller, values)),
        };
    }

    /// <summary>A function that only reads one element of its operand, as most of FHIRHelpers, is read in place.</summary>
    private static Evaluator? Accessor(NodeContext context, Function function)
    {
        var expression = function.Definition.Child("expression");
        if (function.OperandTypes.Count != 1 || expression.Type != "Property" || expression.Child("source").Type != "OperandRef") return null;
        var (path, type) = (expression.Text("path")!, expression.ResultType);
        if (path.Contains('.', StringComparison.Ordinal)) return null;
        if (path == "value" && type is { Kind: CqlTypeKind.Named, IsFhir: false } && context.Node.List("operand") is [{ Type: "Property" } inner])
            return PropertyNodes.ValueOf(context.Compiler, inner, type);
        var (property, operand) = (context.Compiler.Linker.Property(path, type), context.Operand(0));
        return PropertyNodes.Read(operand, property);
    }

    /// <summary>FHIRHelpers' ToConcept, read from the JSON at once: the same concept, without a query for its codes.</summary>
    private static Evaluator? Concept(NodeContext context, LibrarySymbols library, Function function)
    {
        if (library.Name != "FHIRHelpers" || function.Name != "ToConcept" || function.OperandTypes is not [var type] || type.ToString() != "FHIR.CodeableConcept") return null;
        var (operand, general) = (context.Operand(0), Call(context, function));
        return Evaluator.Of(frame => operand.Evaluate(frame) switch
        {
            null => null,
            FhirElement element => ConceptReader.Read(element),
            _ => general.Evaluate(frame),
        });
    }

    private static Function? Choose(List<Function> candidates, ElmNode call, IReadOnlyList<ElmNode> operands)
    {
        if (candidates.Count <= 1) return candidates.FirstOrDefault();
        var signature = call.List("signature").Select(ElmTypes.Specifier).ToList();
        if (signature.Count != operands.Count) signature = [.. operands.Select(operand => operand.ResultType ?? CqlType.Named(CqlType.SystemNamespace + "Any"))];
        var exact = candidates.Where(each => each.OperandTypes.Zip(signature).All(pair => pair.First.ToString() == pair.Second.ToString())).ToList();
        if (exact.Count == 1) return exact[0];
        var fitting = candidates.Where(each => each.OperandTypes.Zip(signature).All(pair => Accepts(pair.First, pair.Second))).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static bool Accepts(CqlType formal, CqlType actual)
    {
        if (formal.ToString() == actual.ToString() || formal.ToString() == "System.Any") return true;
        if (formal.Kind == CqlTypeKind.Choice) return formal.Parts.Any(part => Accepts(part, actual));
        if (formal.Kind != actual.Kind) return false;
        if (formal.Kind is CqlTypeKind.List or CqlTypeKind.Interval) return Accepts(formal.Element, actual.Element);
        return formal.IsFhir && actual.IsFhir && FhirTypes.IsA(actual.Name, formal.Name, char.IsUpper(actual.Name[0]) && !FhirTypes.IsComplex(actual.Name));
    }

    private sealed class CallOfOne(Body function, Body caller, Evaluator operand) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame.Call(function, caller, operand.Evaluate(frame));
    }

    private sealed class CallOfSlot(Body function, Body caller, int slot) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame.Call(function, caller, frame[slot]);
    }

    private sealed class CallOfTwo(Body function, Body caller, Evaluator first, Evaluator second) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame.Call(function, caller, first, second);
    }
}
