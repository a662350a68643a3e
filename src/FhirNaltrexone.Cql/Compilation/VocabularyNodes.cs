using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Codes, concepts, code systems and value sets, and membership in them. Null is a member of nothing.</summary>
internal static class VocabularyNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["CodeRef"] = context => Named(context, static library => library.Codes, "code");
        table["ConceptRef"] = context => Named(context, static library => library.Concepts, "concept");
        table["CodeSystemRef"] = context => Named(context, static library => library.CodeSystems, "code system");
        table["ValueSetRef"] = ValueSetRef;
        table["ExpandValueSet"] = ExpandValueSet;
        table["InValueSet"] = context => InValueSet(context, "code");
        table["AnyInValueSet"] = context => InValueSet(context, "codes");
        table["InCodeSystem"] = context => InCodeSystem(context, "code");
        table["AnyInCodeSystem"] = context => InCodeSystem(context, "codes");
    }

    /// <summary>The members of a value set that a reference names; reports what is missing.</summary>
    public static CodeSet? Members(BodyCompiler compiler, ElmNode reference)
    {
        var name = reference.Text("name") ?? "";
        if (compiler.Symbols.Of(reference.Text("libraryName"))?.ValueSets.GetValueOrDefault(name) is not { } valueSet)
        {
            compiler.Fail($"The value set {name} is not declared.");
            return null;
        }

        var members = compiler.Linker.ValueSet(valueSet);
        if (members is null) compiler.Fail($"The value set {valueSet.Id} is not known.");
        return members;
    }

    private static Evaluator Named<T>(NodeContext context, Func<LibrarySymbols, Dictionary<string, T>> table, string kind)
        where T : class
    {
        var name = context.Node.Text("name") ?? "";
        var library = context.Compiler.Symbols.Of(context.Node.Text("libraryName"));
        return library is not null && table(library).TryGetValue(name, out var value) ? Evaluator.Always(value) : context.Fail($"The {kind} {name} is not declared.");
    }

    /// <summary>A reference that is preserved stands for the value set, any other for the list of its codes.</summary>
    private static Evaluator ValueSetRef(NodeContext context)
    {
        if (Members(context.Compiler, context.Node) is not { } members) return Evaluator.Nothing;
        if (context.Node.Flag("preserve")) return Named(context, static library => library.ValueSets, "value set");
        var codes = CqlList.From(members.Codes);
        return Evaluator.Always(codes);
    }

    private static Evaluator ExpandValueSet(NodeContext context)
    {
        var reference = context.Node.List("operand") is [{ Type: "ValueSetRef" } only] ? only : default;
        if (!reference.IsDefined) return context.Fail("Only a declared value set can be expanded.");
        if (Members(context.Compiler, reference) is not { } members) return Evaluator.Nothing;
        var codes = CqlList.From(members.Codes);
        return Evaluator.Always(codes);
    }

    private static Evaluator InValueSet(NodeContext context, string member)
    {
        if (!context.Node.Child("valueset").IsDefined) return context.Fail("Only membership in a declared value set is supported.");
        if (Members(context.Compiler, context.Node.Child("valueset")) is not { } members) return Evaluator.Nothing;
        if (Coded(context.Node.Child(member), context.Compiler) is { } element) return new ElementInValueSet(element, members);
        return new InMembers(context.Child(member), members);
    }

    /// <summary>
    /// The FHIR element under FHIRHelpers' ToConcept or ToCode: its JSON is tested as it stands, which is the same and makes no
    /// concept in between.
    /// </summary>
    private static Evaluator? Coded(ElmNode call, BodyCompiler compiler)
    {
        if (call.Type != "FunctionRef" || call.Text("name") is not ("ToConcept" or "ToCode")) return null;
        if (compiler.Symbols.Of(call.Text("libraryName")) is not { Name: "FHIRHelpers" }) return null;
        return call.List("operand") is [{ Type: "As" or "Property" } operand] ? compiler.Compile(operand) : null;
    }

    private static bool Contains(CodeSet members, object? value) => value switch
    {
        string code => members.ContainsCode(code),
        CqlCode code => members.Contains(code.System, code.Code),
        CqlConcept { Codes: CqlCode[] codes } => ContainsAny(members, codes),
        CqlConcept concept => ContainsAny(members, [.. concept.Codes]),
        CqlList list => ContainsAny(members, list),
        _ => false,
    };

    private static bool ContainsAny(CodeSet members, CqlCode[] codes)
    {
        foreach (var code in codes)
        {
            if (members.Contains(code.System, code.Code)) return true;
        }

        return false;
    }

    private static bool ContainsAny(CodeSet members, CqlList values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (Contains(members, values[i])) return true;
        }

        return false;
    }

    private static Evaluator InCodeSystem(NodeContext context, string member)
    {
        var (code, reference) = (context.Child(member), context.Node.Child("codesystem"));
        var name = reference.Text("name") ?? "";
        if (context.Compiler.Symbols.Of(reference.Text("libraryName"))?.CodeSystems.GetValueOrDefault(name) is not { } system)
            return context.Fail($"The code system {name} is not declared.");
        return Evaluator.Of(frame => Boxes.Of(IsOf(system.Id, code.Evaluate(frame))));
    }

    private static bool IsOf(string? system, object? value) => value switch
    {
        CqlCode code => code.System == system,
        CqlConcept concept => concept.Codes.Any(code => code.System == system),
        CqlList list => list.Any(each => IsOf(system, each)),
        _ => false,
    };

    private sealed class InMembers(Evaluator code, CodeSet members) : Evaluator
    {
        public override object? Evaluate(Frame frame) => Contains(members, code.Evaluate(frame)) ? Boxes.True : Boxes.False;
    }

    private sealed class ElementInValueSet(Evaluator element, CodeSet members) : Evaluator
    {
        public override object? Evaluate(Frame frame)
            => element.Evaluate(frame) is FhirElement coded && CodeReader.OfElement.Matches(coded, members) ? Boxes.True : Boxes.False;
    }
}
