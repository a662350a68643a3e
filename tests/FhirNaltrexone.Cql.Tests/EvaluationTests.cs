namespace FhirNaltrexone.Cql.Tests;

/// <summary>Defines, functions, parameters, and errors while running.</summary>
public sealed class EvaluationTests
{
    private const string Failing = """{ "type": "SingletonFrom", "locator": "9:1-9:5", "operand": { "type": "List", "element": [ { "type": "Null" }, { "type": "Null" } ] } }""";

    [Fact]
    public void An_error_names_the_place_it_happened_and_leaves_other_defines_alone()
    {
        var engine = CqlEngine.Load([Elm.Library("Test", [Elm.Define("Bad", Failing), Elm.Define("Uses bad", Elm.Reference("Bad")), Elm.Define("Good", Elm.Int(1))])], _ => null);
        var evaluation = engine.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty);

        var problem = Assert.Single(Assert.Throws<CqlException>(() => evaluation.Evaluate(engine.Find("Test", "Uses bad")!)).Problems);

        Assert.Equal(("Test", "Bad", "9:1-9:5"), (problem.Library, problem.Define, problem.Locator));
        Assert.Equal(1, evaluation.Evaluate(engine.Find("Test", "Good")!));
        Assert.Throws<CqlException>(() => evaluation.Evaluate(engine.Find("Test", "Bad")!));
    }

    [Fact]
    public void A_define_that_refers_to_itself_is_an_error() =>
        Assert.Throws<CqlException>(() => Engine.Run(Elm.Reference("It")));

    [Fact]
    public void A_function_that_calls_itself_forever_is_an_error_not_a_crash()
    {
        var call = $$"""{ "type": "FunctionRef", "name": "F", "operand": [ {{Elm.Named("OperandRef", "x")}} ] }""";
        var library = Elm.Library("Test", [Elm.Function("F", call, ("x", Elm.System("Integer"))), Elm.Define("It", call.Replace(Elm.Named("OperandRef", "x"), Elm.Int(1), StringComparison.Ordinal))]);

        Assert.Contains("deep", Assert.Throws<CqlException>(() => Engine.Run([library])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recursion_that_ends_keeps_its_operands_apart()
    {
        var x = Elm.Named("OperandRef", "x");
        var call = $$"""{ "type": "FunctionRef", "name": "F", "operand": [ {{Elm.Node("Subtract", x, Elm.Int(1))}} ] }""";
        var body = $$"""{ "type": "If", "condition": {{Elm.Node("Less", x, Elm.Int(1))}}, "then": {{Elm.Int(0)}}, "else": {{Elm.Node("Add", call, x)}} }""";
        var start = $$"""{ "type": "FunctionRef", "name": "F", "operand": [ {{Elm.Int(10)}} ] }""";

        Assert.Equal(55, Engine.Run([Elm.Library("Test", [Elm.Function("F", body, ("x", Elm.System("Integer"))), Elm.Define("It", start)])]));
    }

    [Theory]
    [InlineData("Integer", "number")]
    [InlineData("String", "text")]
    public void The_overload_is_chosen_by_signature(string type, string expected)
    {
        var call = $$"""{ "type": "FunctionRef", "name": "F", "signature": [ {{Elm.System(type)}} ], "operand": [ {{Elm.Null}} ] }""";
        var library = Elm.Library("Test", [
            Elm.Function("F", Elm.Text("number"), ("x", Elm.System("Integer"))), Elm.Function("F", Elm.Text("text"), ("x", Elm.System("String"))), Elm.Define("It", call)]);

        Assert.Equal(expected, Engine.Run([library]));
    }

    [Fact]
    public void A_define_runs_once_per_evaluation()
    {
        var engine = CqlEngine.Load([Elm.Library("Test", [Elm.Define("List", Elm.List(Elm.Node("Now"))), Elm.Define("It", Elm.Reference("List"))])], _ => null);
        var evaluation = engine.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty);

        Assert.Same(evaluation.Evaluate(engine.Find("Test", "List")!), evaluation.Evaluate(engine.Find("Test", "It")!));
    }

    [Fact]
    public void A_parameter_takes_its_default_until_it_is_bound()
    {
        var library = Elm.Library("Test", [Elm.Define("It", Elm.Named("ParameterRef", "P"))], $$""" "parameters": { "def": [ { "name": "P", "default": {{Elm.Int(5)}}, "parameterTypeSpecifier": {{Elm.System("Integer")}} } ] }, """);

        Assert.Equal(5, Engine.Run([library]));
        Assert.Equal(6, Engine.Run([library], CqlParameters.Empty.With("Test", "P", 6)));
        Assert.Null(Engine.Run([library], CqlParameters.Empty.With("Test", "P", null)));
        Assert.Equal(new CqlParameter("Test", "P", "System.Integer", true), Assert.Single(CqlEngine.Load([library], _ => null).Parameters));
    }

    [Fact]
    public void A_parameter_without_offset_takes_that_of_the_evaluation()
    {
        var library = Elm.Library("Test", [Elm.Define("It", Elm.Node("Equal", Elm.Named("ParameterRef", "P"), Elm.Node("Now")))], """ "parameters": { "def": [ { "name": "P" } ] }, """);

        Assert.Equal(true, Engine.Run([library], CqlParameters.Empty.With("Test", "P", CqlDateTime.TryParse("2026-01-15T14:30:00.000", TimeSpan.Zero))));
        Assert.Equal(true, Engine.Run([library], CqlParameters.Empty.With("Test", "P", Engine.Now.ToUniversalTime())));
    }

    [Fact]
    public void What_is_bound_to_the_engine_holds_for_every_evaluation()
    {
        var engine = CqlEngine.Load([Elm.Library("Test", [Elm.Define("It", Elm.Named("ParameterRef", "P"))], """ "parameters": { "def": [ { "name": "P" } ] }, """)], _ => null);
        var bound = engine.Bind(CqlParameters.Empty.With("Test", "P", 6));

        Assert.Equal(6, bound.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty).Evaluate(bound.Find("Test", "It")!));
        Assert.Equal(6, bound.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty.With("Test", "P", 7)).Evaluate(bound.Find("Test", "It")!));
        Assert.Null(engine.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty).Evaluate(engine.Find("Test", "It")!));
    }

    [Fact]
    public void An_instant_cannot_be_bound_for_all_evaluations()
    {
        var engine = CqlEngine.Load([Elm.Library("Test", [], """ "parameters": { "def": [ { "name": "P" } ] }, """)], _ => null);

        Assert.Throws<CqlException>(() => engine.Bind(CqlParameters.Empty.With("Test", "P", Engine.Now)));
    }

    [Fact]
    public void Concurrent_evaluations_do_not_share_results()
    {
        var engine = CqlEngine.Load([Elm.Library("Test", [Elm.Define("It", Elm.Named("ParameterRef", "P"))], """ "parameters": { "def": [ { "name": "P" } ] }, """)], _ => null);
        var define = engine.Find("Test", "It")!;

        Parallel.For(0, 1000, i => Assert.Equal(i, engine.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty.With("Test", "P", i)).Evaluate(define)));
    }
}
