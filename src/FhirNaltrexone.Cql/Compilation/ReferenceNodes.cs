namespace FhirNaltrexone.Cql.Compilation;

/// <summary>References to defines, parameters, functions, operands, aliases and lets.</summary>
internal static class ReferenceNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["ExpressionRef"] = Expression;
        table["ParameterRef"] = Parameter;
        table["FunctionRef"] = FunctionCalls.Compile;
        table["OperandRef"] = Named;
        table["AliasRef"] = Named;
        table["QueryLetRef"] = Named;
        table["IdentifierRef"] = Identifier;
    }

    private static Evaluator Expression(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (Library(context)?.Defines.TryGetValue(name, out var target) is not true) return context.Fail($"The define {name} does not exist.");
        context.Compiler.Body.References.Add(target.Body);
        return new Define(target.Define.Slot, target.Body, context.Compiler.Body);
    }

    private static Evaluator Parameter(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (Library(context)?.Parameters.TryGetValue(name, out var target) is not true) return context.Fail($"The parameter {name} does not exist.");
        var (caller, slot, body, parameter) = (context.Compiler.Body, target.Slot, target.Default, target.Parameter);
        caller.References.Add(body);
        return Evaluator.Of(frame => frame.Parameter(parameter, slot, body, caller));
    }

    private static Evaluator Named(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        return context.Compiler.Find(name) is { } slot ? new Slot(slot) : context.Fail($"The name {name} is not in scope.");
    }

    /// <summary>In a sort expression a bare name is an element of the row, <c>$this</c> the row itself.</summary>
    private static Evaluator Identifier(NodeContext context)
    {
        var name = context.Node.Text("name")!;
        if (context.Compiler.Find(SortKeys.Row) is not { } slot) return Named(context);
        if (name == "$this") return new Slot(slot);
        var property = context.Compiler.Linker.Property(name, context.Node.ResultType);
        return Evaluator.Of(frame => property.Read(frame[slot], frame.Offset));
    }

    private static LibrarySymbols? Library(NodeContext context) => context.Compiler.Symbols.Of(context.Node.Text("libraryName"));

    private sealed class Define(int slot, Body body, Body caller) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame.Once(slot, body, caller);
    }
}
