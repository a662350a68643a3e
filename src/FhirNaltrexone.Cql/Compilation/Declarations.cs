using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Fills the symbol table of one library from the sections of its ELM.</summary>
internal sealed class Declarations(Linker linker, LibrarySymbols symbols)
{
    private readonly ElmNode _root = symbols.Library.Root;

    public void Declare()
    {
        CheckModels();
        foreach (var definition in _root.Definitions("parameters")) DeclareParameter(definition);
        foreach (var definition in _root.Definitions("codeSystems")) symbols.CodeSystems[Name(definition)] = Vocabulary("CodeSystem", definition);
        foreach (var definition in _root.Definitions("valueSets")) symbols.ValueSets[Name(definition)] = Vocabulary("ValueSet", definition);
        foreach (var definition in _root.Definitions("statements")) DeclareStatement(definition);
    }

    /// <summary>Codes and concepts refer to code systems of included libraries, so they come after those.</summary>
    public void DeclareCodes()
    {
        foreach (var definition in _root.Definitions("codes"))
        {
            var reference = definition.Child("codeSystem");
            var system = symbols.Of(reference.Text("libraryName"))?.CodeSystems.GetValueOrDefault(reference.Text("name") ?? "");
            if (system is null) linker.Report(symbols.Name, Name(definition), definition.Locator, "The code system is not declared.");
            symbols.Codes[Name(definition)] = new CqlCode(definition.Text("id"), system?.Id, system?.Version, definition.Text("display"));
        }

        foreach (var definition in _root.Definitions("concepts"))
        {
            var codes = definition.List("code").Select(Code).OfType<CqlCode>();
            symbols.Concepts[Name(definition)] = new CqlConcept([.. codes], definition.Text("display"));
        }
    }

    private CqlCode? Code(ElmNode reference)
    {
        var code = symbols.Of(reference.Text("libraryName"))?.Codes.GetValueOrDefault(reference.Text("name") ?? "");
        if (code is null) linker.Report(symbols.Name, null, reference.Locator, $"The code {reference.Text("name")} is not declared.");
        return code;
    }

    private void CheckModels()
    {
        foreach (var model in _root.Definitions("usings"))
        {
            var (uri, version) = (model.Text("uri"), model.Text("version"));
            var known = uri == "urn:hl7-org:elm-types:r1" || (uri == "http://hl7.org/fhir" && version is null or "4.0.1");
            if (!known) linker.Report(symbols.Name, null, model.Locator, $"The model {uri} {version} is not supported.");
        }
    }

    private void DeclareParameter(ElmNode definition)
    {
        var type = ElmTypes.Read(definition, "parameterType", "parameterTypeSpecifier") ?? definition.ResultType;
        var parameter = new CqlParameter(symbols.Name, Name(definition), type?.ToString() ?? "System.Any", definition.Child("default").IsDefined);
        symbols.Parameters[Name(definition)] = (new Body(symbols.Name, Name(definition)), linker.NewSlot(), parameter);
    }

    private void DeclareStatement(ElmNode definition)
    {
        var name = Name(definition);
        if (definition.Text("context") is { } context and not ("Patient" or "Unfiltered"))
            linker.Report(symbols.Name, name, definition.Locator, $"The context {context} is not supported.");
        var body = new Body(symbols.Name, name);
        if (definition.Type == "FunctionDef")
        {
            if (definition.Flag("external")) linker.Report(symbols.Name, name, definition.Locator, "External functions are not supported.");
            symbols.Functions.Add(new Function(name, body, definition, [.. definition.List("operand").Select(OperandType)]));
            return;
        }

        var define = new CqlDefine(symbols.Name, name, definition.ResultType?.ToString(), linker.NewSlot());
        if (!symbols.Defines.TryAdd(name, (body, define))) linker.Report(symbols.Name, name, definition.Locator, "The define is given twice.");
    }

    private static CqlType OperandType(ElmNode operand) =>
        ElmTypes.Read(operand, "operandType", "operandTypeSpecifier") ?? CqlType.Named(CqlType.SystemNamespace + "Any");

    private static CqlVocabulary Vocabulary(string kind, ElmNode definition) => new(kind, definition.Text("id"), definition.Text("version"), Name(definition));

    private static string Name(ElmNode definition) => definition.Text("name") ?? "";
}
