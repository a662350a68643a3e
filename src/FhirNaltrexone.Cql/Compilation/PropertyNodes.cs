using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Access to elements, by a path that may have several steps.</summary>
internal static class PropertyNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Property"] = Property;
        table["Children"] = context => Below(context, deep: false);
        table["Descendents"] = context => Below(context, deep: true);
    }

    /// <summary>The system value of a primitive element, read without making the element in between.</summary>
    public static Evaluator ValueOf(BodyCompiler compiler, ElmNode primitive, CqlType type)
    {
        if (Source(compiler, primitive) is not { } source) return compiler.Fail("A property has no source.");
        var path = primitive.Text("path")!.Split('.');
        if (path.Length > 1) source = Steps(compiler, source, path.AsSpan(0, path.Length - 1), null);
        var property = compiler.Linker.Property(path[^1], primitive.ResultType, type.SystemKind);
        return Read(source, property);
    }

    private static Evaluator Property(NodeContext context)
    {
        var (node, compiler) = (context.Node, context.Compiler);
        var (path, type) = (node.Text("path")!, node.ResultType);
        if (path.AsSpan().ContainsAny("[(")) return context.Fail($"The path {path} is not supported.");
        if (path == "value" && type is { Kind: CqlTypeKind.Named, IsFhir: false } && node.Child("source") is { Type: "Property" } inner && IsPrimitive(inner))
            return ValueOf(compiler, inner, type);
        if (Source(compiler, node) is not { } source) return context.Fail("A property has no source.");
        var steps = Steps(compiler, source, path.Split('.'), type);
        return path == "value" && type is { Kind: CqlTypeKind.Named, IsFhir: false } && node.Child("source") is { Type: "As" } cast && !cast.Flag("strict")
            && ElmTypes.Read(cast, "asType", "asTypeSpecifier") is { } primitive && !FhirTypes.IsComplex(primitive.Name)
            && OfChoice(compiler, cast, primitive, type.SystemKind) is { } read ? Either(read, steps) : steps;
    }

    /// <summary>
    /// Reads an element of several types as one of them, by the name it has in JSON for that type: <c>effective as dateTime</c> is
    /// <c>effectiveDateTime</c>. Null when the cast is none of an element of a resource, or when other types count as this one too.
    /// </summary>
    public static ChoiceRead? OfChoice(BodyCompiler compiler, ElmNode cast, CqlType type, SystemKind? value)
    {
        if (!type.IsFhir || FhirTypes.HasDerived(type.Name)) return null;
        if (cast.List("operand") is not [{ Type: "Property", ResultType.Kind: CqlTypeKind.Choice } choice]) return null;
        var path = choice.Text("path")!;
        if (path.AsSpan().ContainsAny(".[(") || Source(compiler, choice) is not { } source) return null;
        return new ChoiceRead(source, compiler.Linker.Property($"{path}{char.ToUpperInvariant(type.Name[0])}{type.Name.AsSpan(1)}", type, value));
    }

    /// <summary>What is no element of JSON is read the general way.</summary>
    public static Evaluator Either(ChoiceRead read, Evaluator general) => read.Source is Slot slot
        ? new ElementOfSlotOr(slot.Number, read.Property, general)
        : new ElementOr(read.Source, read.Property, general);

    /// <summary>Reads an element of a value.</summary>
    public static Evaluator Read(Evaluator source, FhirProperty property) => source is Slot slot ? new OfSlot(slot.Number, property) : new OfValue(source, property);

    private static Evaluator Below(NodeContext context, bool deep)
    {
        var source = context.Child("source");
        return Evaluator.Of(frame => source.Evaluate(frame) is { } value ? FhirChildren.Of(value, deep) : null);
    }

    private static Evaluator? Source(BodyCompiler compiler, ElmNode node)
    {
        if (node.Child("source").IsDefined) return compiler.Compile(node.Child("source"));
        return node.Text("scope") is { } scope && compiler.Find(scope) is { } slot ? new Slot(slot) : null;
    }

    /// <summary>Only the last step has the type the translator inferred.</summary>
    private static Evaluator Steps(BodyCompiler compiler, Evaluator source, ReadOnlySpan<string> path, CqlType? type)
    {
        for (var i = 0; i < path.Length; i++)
        {
            source = Read(source, compiler.Linker.Property(path[i], i == path.Length - 1 ? type : null));
        }

        return source;
    }

    private static bool IsPrimitive(ElmNode node) => node.ResultType is { Kind: CqlTypeKind.Named, IsFhir: true } type && !FhirTypes.IsComplex(type.Name);

    private sealed class OfValue(Evaluator source, FhirProperty property) : Evaluator
    {
        public override object? Evaluate(Frame frame) => property.Read(source.Evaluate(frame), frame.Offset);
    }

    private sealed class OfSlot(int slot, FhirProperty property) : Evaluator
    {
        public override object? Evaluate(Frame frame) => property.Read(frame[slot], frame.Offset);
    }

    private sealed class ElementOfSlotOr(int slot, FhirProperty property, Evaluator general) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame[slot] is FhirElement element ? property.Read(element, frame.Offset) : general.Evaluate(frame);
    }

    private sealed class ElementOr(Evaluator source, FhirProperty property, Evaluator general) : Evaluator
    {
        public override object? Evaluate(Frame frame)
            => source.Evaluate(frame) is FhirElement element ? property.Read(element, frame.Offset) : general.Evaluate(frame);
    }
}
