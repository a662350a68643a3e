using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Retrieves: resources of one type, narrowed by codes. Equal retrieves of all libraries share one result.</summary>
internal static class RetrieveNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table) => table["Retrieve"] = Retrieve;

    private static Evaluator Retrieve(NodeContext context)
    {
        var (node, compiler) = (context.Node, context.Compiler);
        if (Unsupported(node) is { } reason) return context.Fail(reason);
        var type = CqlType.Named(node.Text("dataType") ?? "");
        if (!type.IsFhir) return context.Fail($"Resources of type {type} cannot be retrieved.");
        if (!node.Child("codes").IsDefined)
        {
            compiler.Body.Retrieves.Add(new CqlDataRequirement(type.Name, null, [], []));
            var all = AllOf(compiler, type.Name);
            return new All(all, type.Name);
        }

        return Filtered(context, type.Name, node.Text("codeProperty") ?? "code");
    }

    private static string? Unsupported(ElmNode node)
    {
        if (node.Child("dateRange").IsDefined || node.List("dateFilter").Count > 0) return "Retrieves filtered by date are not supported.";
        if (node.List("codeFilter").Count > 0 || node.List("otherFilter").Count > 0 || node.List("include").Count > 0) return "Retrieves with filter lists are not supported.";
        if (node.Child("context").IsDefined || node.Child("id").IsDefined) return "Retrieves of another context are not supported.";
        return node.Text("codeComparator") is null or "in" or "~" or "=" ? null : $"The code comparator {node.Text("codeComparator")} is not supported.";
    }

    private static Evaluator Filtered(NodeContext context, string type, string path)
    {
        var compiler = context.Compiler;
        if (Codes(context, out var requirement) is not { } codes) return Evaluator.Nothing;
        compiler.Body.Retrieves.Add(requirement with { ResourceType = type, CodePath = path });
        var all = AllOf(compiler, type);
        var retrieves = compiler.Linker.Retrieves(type, path);
        var place = retrieves.Add(Key(requirement), codes);
        return new Coded(retrieves, all, type, place);
    }

    /// <summary>The slot that keeps all resources of a type: every retrieve of an evaluation sees the same elements.</summary>
    private static int AllOf(BodyCompiler compiler, string type) => compiler.Linker.SharedSlot(type);

    private static string Key(CqlDataRequirement requirement)
        => $"{string.Join(',', requirement.ValueSets)}|{string.Join(',', requirement.Codes.Select(code => $"{code.System}#{code.Code}"))}";

    private static CqlList Resources(Frame frame, string type)
    {
        var resources = frame.Data.Of(type);
        var result = new CqlList(resources.Count);
        for (var i = 0; i < resources.Count; i++) result.Add(new FhirElement(resources[i], type) { IsResource = true });
        return result;
    }

    /// <summary>Codes of a retrieve are constant: a value set, or codes and concepts the library declares.</summary>
    private static CodeSet? Codes(NodeContext context, out CqlDataRequirement requirement)
    {
        var (node, compiler) = (context.Node.Child("codes"), context.Compiler);
        requirement = new CqlDataRequirement("", null, [], []);
        if (node.Type == "ValueSetRef")
        {
            var url = compiler.Symbols.Of(node.Text("libraryName"))?.ValueSets.GetValueOrDefault(node.Text("name") ?? "")?.Id;
            if (url is not null) requirement = requirement with { ValueSets = [url] };
            return VocabularyNodes.Members(compiler, node);
        }

        if (Constant(compiler, node) is not { } codes)
        {
            compiler.Fail("The codes of a retrieve must be a value set, or declared codes or concepts.");
            return null;
        }

        requirement = requirement with { Codes = codes };
        return new CodeSet(codes);
    }

    private static IReadOnlyList<CqlCode>? Constant(BodyCompiler compiler, ElmNode node)
    {
        var library = compiler.Symbols.Of(node.Text("libraryName"));
        switch (node.Type)
        {
            case "CodeRef":
                return library?.Codes.GetValueOrDefault(node.Text("name") ?? "") is { } code ? [code] : null;
            case "ConceptRef":
                return library?.Concepts.GetValueOrDefault(node.Text("name") ?? "")?.Codes;
            case "Property" when node.Text("path") == "codes":
                return Constant(compiler, node.Child("source"));
            case "ToList" or "ToConcept" or "List":
                var parts = node.List(node.Type == "List" ? "element" : "operand").Select(part => Constant(compiler, part)).ToList();
                return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
            default:
                return null;
        }
    }

    private sealed class All(int slot, string type) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame.Keep(slot, type, Resources);
    }

    private sealed class Coded(CodedRetrieves retrieves, int all, string type, int place) : Evaluator
    {
        public override object? Evaluate(Frame frame) => retrieves.Of(frame, (CqlList)frame.Keep(all, type, Resources)!, place);
    }
}
