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
        return frame => property.Read(source(frame), frame.Offset);
    }

    private static Evaluator Property(NodeContext context)
    {
        var (node, compiler) = (context.Node, context.Compiler);
        var (path, type) = (node.Text("path")!, node.ResultType);
        if (path.AsSpan().ContainsAny("[(")) return context.Fail($"The path {path} is not supported.");
        if (path == "value" && type is { Kind: CqlTypeKind.Named, IsFhir: false } && node.Child("source") is { Type: "Property" } inner && IsPrimitive(inner))
            return ValueOf(compiler, inner, type);
        return Source(compiler, node) is { } source ? Steps(compiler, source, path.Split('.'), type) : context.Fail("A property has no source.");
    }

    private static Evaluator Below(NodeContext context, bool deep)
    {
        var source = context.Child("source");
        return frame => source(frame) is { } value ? FhirChildren.Of(value, deep) : null;
    }

    private static Evaluator? Source(BodyCompiler compiler, ElmNode node)
    {
        if (node.Child("source").IsDefined) return compiler.Compile(node.Child("source"));
        return node.Text("scope") is { } scope && compiler.Find(scope) is { } slot ? frame => frame[slot] : null;
    }

    /// <summary>Only the last step has the type the translator inferred.</summary>
    private static Evaluator Steps(BodyCompiler compiler, Evaluator source, ReadOnlySpan<string> path, CqlType? type)
    {
        for (var i = 0; i < path.Length; i++)
        {
            var (property, from) = (compiler.Linker.Property(path[i], i == path.Length - 1 ? type : null), source);
            source = frame => property.Read(from(frame), frame.Offset);
        }

        return source;
    }

    private static bool IsPrimitive(ElmNode node) => node.ResultType is { Kind: CqlTypeKind.Named, IsFhir: true } type && !FhirTypes.IsComplex(type.Name);
}
