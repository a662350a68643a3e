using FhirNaltrexone.Cql.Operators;
using FsCheck;
using FsCheck.Xunit;

namespace FhirNaltrexone.Cql.Tests;

/// <summary>
/// Expressions that the engine takes in one step, against the same written so that it does not: a name that only a let clause gives, a list that is
/// computed, operands one by one.
/// </summary>
public sealed class ShortcutTests
{
    private static readonly bool?[] Truths = [true, false, null];

    [Theory]
    [InlineData("And")]
    [InlineData("Or")]
    public void A_chain_means_what_its_parts_mean(string type)
    {
        foreach (var (x, y, z) in Truths.SelectMany(x => Truths.SelectMany(y => Truths.Select(z => (x, y, z)))))
        {
            var (a, b, c) = (Elm.Truth(x), Elm.Truth(y), Elm.Truth(z));
            var expected = Two(type, Two(type, x, y), z);

            Assert.Equal(expected, Engine.Run(Elm.Node(type, Elm.Node(type, a, b), c)));
            Assert.Equal(expected, Engine.Run(Elm.Node(type, a, Elm.Node(type, b, c))));
        }
    }

    [Fact]
    public void A_chain_ends_where_it_is_decided()
    {
        var error = Elm.Node("SingletonFrom", Elm.List(Elm.Int(1), Elm.Int(2)));

        Assert.Equal(false, Engine.Run(Elm.Node("And", Elm.Node("And", Elm.Null, Elm.Truth(false)), error)));
        Assert.Equal(true, Engine.Run(Elm.Node("Or", Elm.Null, Elm.Node("Or", Elm.Truth(true), error))));
        Assert.Throws<CqlException>(() => Engine.Run(Elm.Node("And", Elm.Node("And", Elm.Truth(true), Elm.Null), error)));
    }

    [Theory]
    [InlineData("naltrexone tablets", true)]
    [InlineData("NALTREXONE", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Looks_for_several_texts_in_one(string? text, bool expected)
    {
        string[] lists = [Names("naltrex", "vivitrol"), Names("x", null, "naltrexone"), Names(null, "naltrexone"), Names("tablets", "naltrex", "naltrex")];
        foreach (var names in lists)
        {
            Assert.Equal(expected, Search(names, text, inOneStep: true));
            Assert.Equal(expected, Search(names, text, inOneStep: false));
        }
    }

    [Theory]
    [InlineData("naltrexone")]
    [InlineData(null)]
    public void Finds_nothing_where_there_is_nothing_to_look_for(string? text)
    {
        foreach (var names in new[] { Elm.List(), Names(null, "buprenorphine"), Elm.Null })
        {
            Assert.Equal(false, Search(names, text, inOneStep: true));
            Assert.Equal(false, Search(names, text, inOneStep: false));
        }
    }

    [Fact]
    public void Is_one_of_literal_texts_as_of_any_others()
    {
        var literal = Elm.List(Elm.Text("final"), Elm.Text("amended"));
        var computed = Elm.List(Elm.Text("final"), Elm.Node("Concatenate", Elm.Text("amen"), Elm.Text("ded")));
        foreach (var (element, expected) in new (string, object?)[] { (Elm.Text("amended"), true), (Elm.Text("draft"), false), (Elm.Null, null), (Elm.Int(5), false) })
        {
            Assert.Equal(expected, Engine.Run(Elm.Node("In", element, literal)));
            Assert.Equal(expected, Engine.Run(Elm.Node("In", element, computed)));
        }
    }

    [Fact]
    public void Equals_a_literal_text_as_any_other()
    {
        foreach (var (left, expected) in new (string, object?)[] { (Elm.Text("a"), true), (Elm.Text("A"), false), (Elm.Null, null), (Elm.Int(1), false) })
        {
            Assert.Equal(expected, Engine.Run(Elm.Node("Equal", left, Elm.Text("a"))));
            Assert.Equal(expected, Engine.Run(Elm.Node("Equal", left, Elm.Node("Lower", Elm.Text("A")))));
        }
    }

    [Fact]
    public void A_text_of_several_parts_is_null_when_one_of_them_is()
    {
        Assert.Equal("abcd", Engine.Run(Elm.Node("Concatenate", Elm.Node("Concatenate", Elm.Text("a"), Elm.Text("b")), Elm.Node("Concatenate", Elm.Text("c"), Elm.Text("d")))));
        Assert.Null(Engine.Run(Elm.Node("Concatenate", Elm.Node("Concatenate", Elm.Text("a"), Elm.Null), Elm.Text("c"))));
    }

    [Fact]
    public void A_resource_with_several_codes_is_retrieved_once()
    {
        const string Sections = """ "valueSets": { "def": [ { "name": "Known", "id": "urn:known" } ] }, """;
        const string Both = """{ "resourceType": "Observation", "code": { "coding": [ { "system": "http://loinc.org", "code": "1742-6" }, { "system": "urn:rxnorm", "code": "7804" } ] } }""";

        var found = (IReadOnlyList<object?>)Engine.Run(Elm.Retrieve("Observation", Elm.Named("ValueSetRef", "Known")), Sections, [Both, Both])!;

        Assert.Equal(2, found.Count);
    }

    [Theory]
    [InlineData("""{ "resourceType": "Observation", "status": "final" }""", "final")]
    [InlineData("""{ "resourceType": "Observation", "st\u0061tus": "final" }""", "final")]
    [InlineData("""{ "resourceType": "Observation" }""", null)]
    public void Reads_a_member_whatever_way_its_name_is_written(string resource, string? expected)
    {
        var status = Elm.PropertyOf(Elm.Property("O", "status", Elm.Fhir("code")), "value", Elm.System("String"));
        var query = Elm.Query("O", Elm.Retrieve("Observation"), $$""", "return": { "distinct": false, "expression": {{status}} }""");

        Assert.Equal([expected], (IReadOnlyList<object?>)Engine.Run(query, resource)!);
    }

    [Fact]
    public void Nothing_of_one_evaluation_is_kept_for_the_next()
    {
        const string Sections = """
            "codeSystems": { "def": [ { "name": "LOINC", "id": "http://loinc.org" } ] },
            "codes": { "def": [ { "name": "ALT", "id": "1742-6", "codeSystem": { "name": "LOINC" } } ] },
            "concepts": { "def": [ { "name": "Test", "code": [ { "name": "ALT" } ] } ] },
            """;
        var function = Elm.Function("Asked At", """{ "type": "Now" }""", ("concept", Elm.System("Concept")));
        var call = $$"""{ "type": "FunctionRef", "name": "Asked At", "operand": [ {{Elm.Named("ConceptRef", "Test")}} ] }""";
        var tomorrow = Elm.Node("Add", """{ "type": "Now" }""", Elm.Quantity(1, "day"));
        var engine = CqlEngine.Load([Elm.Library("Test", [function, Elm.Define("It", call), Elm.Define("Tomorrow", tomorrow)], Sections)], Engine.ValueSet);
        foreach (var now in new[] { Engine.Now, Engine.Now.AddDays(40) })
        {
            var evaluation = engine.Begin(CqlData.Empty, now, CqlParameters.Empty);

            Assert.Equal(new CqlDateTime(now), evaluation.Evaluate(engine.Find("Test", "It")!));
            Assert.Equal(new CqlDateTime(now.AddDays(1)), evaluation.Evaluate(engine.Find("Test", "Tomorrow")!));
        }
    }

    [Theory]
    [InlineData("And")]
    [InlineData("Or")]
    [InlineData("Concatenate")]
    public void An_operator_without_its_second_operand_is_refused(string type)
    {
        var error = Engine.Refusal(Elm.Library("Test", [Elm.Define("It", Elm.Node(type, Elm.Null))]));

        Assert.Contains("operand is missing", Assert.Single(error.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_concept_that_one_evaluation_gave_keeps_nothing_of_it_as_a_parameter_of_another()
    {
        const string Sections = """ "parameters": { "def": [ { "name": "Given", "parameterTypeSpecifier": { "type": "NamedTypeSpecifier", "name": "{urn:hl7-org:elm-types:r1}Concept" } } ] }, """;
        var made = """{ "type": "Instance", "classType": "{urn:hl7-org:elm-types:r1}Concept", "element": [ { "name": "display", "value": {"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}String","value":"x"} } ] }""";
        var function = Elm.Function("Asked At", """{ "type": "Now" }""", ("concept", Elm.System("Concept")));
        string Call(string operand) => $$"""{ "type": "FunctionRef", "name": "Asked At", "operand": [ {{operand}} ] }""";
        var engine = CqlEngine.Load(
            [Elm.Library("Test", [function, Elm.Define("Made", made), Elm.Define("First", Call(Elm.Reference("Made"))), Elm.Define("Then", Call(Elm.Named("ParameterRef", "Given")))], Sections)],
            Engine.ValueSet);
        var first = engine.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty);
        Assert.Equal(new CqlDateTime(Engine.Now), first.Evaluate(engine.Find("Test", "First")!));

        var later = Engine.Now.AddDays(3);
        var parameters = CqlParameters.Empty.With("Test", "Given", first.Evaluate(engine.Find("Test", "Made")!));

        Assert.Equal(new CqlDateTime(later), engine.Begin(CqlData.Empty, later, parameters).Evaluate(engine.Find("Test", "Then")!));
    }

    [Fact]
    public void An_error_is_told_of_the_define_that_made_it()
    {
        var error = Elm.Node("In", Elm.Int(1), Elm.Interval(Elm.Text("a"), Elm.Text("b"), point: "String"));
        var caller = Elm.Node("SingletonFrom", Elm.List(Elm.Reference("Inner")));

        var problem = Assert.Throws<CqlException>(() => Engine.Run([Elm.Library("Test", [Elm.Define("Inner", error), Elm.Define("It", caller)])])).Problems[0];

        Assert.Equal("Inner", problem.Define);
    }

    /// <summary>A list that is searched again and again prepares its search, and finds the same as before.</summary>
    [Property]
    public void A_prepared_search_finds_what_each_text_alone_does(string?[] parts, NonNull<string> text)
    {
        object?[] some = [.. parts.Select(part => part is { Length: > 3 } ? part[..3] : part)];
        var list = new CqlList(some, some.Length);
        var expected = some.OfType<string>().Any(part => text.Get.Contains(part, StringComparison.Ordinal));

        Assert.All(Enumerable.Range(0, 80), _ => Assert.Equal(expected, list.HasPartOf(text.Get)));
    }

    [Theory]
    [InlineData(" codeine ", true)]
    [InlineData(" Codeine ", false)]
    [InlineData("precodeine ", false)]
    [InlineData("", false)]
    public void A_prepared_search_keeps_blanks_and_letters_as_they_are(string text, bool expected)
    {
        object?[] names = [" codeine ", null, 7, "morphin", " fentanyl "];
        var list = new CqlList(names, names.Length);

        Assert.All(Enumerable.Range(0, 80), _ => Assert.Equal(expected, list.HasPartOf(text)));
    }

    private static bool? Two(string type, bool? x, bool? y) => (bool?)Engine.Run(Elm.Node(type, Elm.Truth(x), Elm.Truth(y)));

    private static string Names(params string?[] names) => Elm.List([.. names.Select(name => name is null ? Elm.Null : Elm.Text(name))]);

    /// <summary>A let clause keeps a query from being taken as a search.</summary>
    private static object? Search(string names, string? text, bool inOneStep)
    {
        var where = Elm.Node("GreaterOrEqual", $$"""{ "type": "PositionOf", "pattern": {{Elm.Named("AliasRef", "N")}}, "string": {{Elm.Named("OperandRef", "written")}} }""", Elm.Int(0));
        var let = inOneStep ? string.Empty : $$""", "let": [ { "identifier": "unused", "expression": {{Elm.Int(1)}} } ]""";
        var query = $$"""{ "type": "Query", "source": [ { "alias": "N", "expression": {{names}} } ], "relationship": [], "where": {{where}} {{let}} }""";
        var function = Elm.Function("Says Any", Elm.Node("Exists", query), ("written", Elm.System("String")));
        var call = $$"""{ "type": "FunctionRef", "name": "Says Any", "operand": [ {{(text is null ? Elm.Null : Elm.Text(text))}} ] }""";
        return Engine.Run([Elm.Library("Test", [function, Elm.Define("It", call)])]);
    }
}
