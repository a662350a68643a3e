namespace FhirNaltrexone.Cql.Compilation;

/// <summary>References to defines, parameters, functions, operands, aliases and lets.</summary>
internal static class ReferenceNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["ExpressionRef"] = Expression;
        table["ParameterRef"] = Parameter;
        table["FunctionRef"] = FunctionCalls.Compile;
        table["OperandRef"] = Slot;
        table["AliasRef"] = Slot;
        table["QueryLetRef"] = Slot;
        table["IdentifierRef"] = Identifier;
    }

    private static Evaluator Expression(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (Library(context)?.Defines.TryGetValue(name, out var target) is not true) return context.Fail($"The define {name} does not exist.");
        var (caller, body, slot) = (context.Compiler.Body, target.Body, target.Define.Slot);
        caller.References.Add(body);
        return frame => frame.Once(slot, body, caller);
    }

    private static Evaluator Parameter(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (Library(context)?.Parameters.TryGetValue(name, out var target) is not true) return context.Fail($"The parameter {name} does not exist.");
        var (caller, slot, body, parameter) = (context.Compiler.Body, target.Slot, target.Default, target.Parameter);
        caller.References.Add(body);
        return frame => frame.Parameter(parameter, slot, body, caller);
    }

    private static Evaluator Slot(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        return context.Compiler.Find(name) is { } slot ? frame => frame[slot] : context.Fail($"The name {name} is not in scope.");
    }

    /// <summary>In a sort expression a bare name is an element of the row, <c>$this</c> the row itself.</summary>
    private static Evaluator Identifier(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (context.Compiler.Find(SortKeys.Row) is not { } slot) return Slot(context);
        if (name == "$this") return frame => frame[slot];
        var property = context.Compiler.Linker.Property(name, context.Node.ResultType);
        return frame => property.Read(frame[slot], frame.Offset);
    }

    private static LibrarySymbols? Library(NodeContext context) => context.Compiler.Symbols.Of(context.Node.Text("libraryName"));
}
