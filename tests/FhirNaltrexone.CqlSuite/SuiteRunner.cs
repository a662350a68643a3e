using System.Text.Json.Nodes;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.CqlSuite;

/// <summary>
/// Runs one test: the value must be equivalent to the expected one, and must also read the same when written out. An uncertain
/// number is written as an interval, and only compared as such.
/// </summary>
internal static class SuiteRunner
{
    /// <summary>Any fixed instant will do; UTC, since the suite's mixed-offset tests assume that the evaluation runs there.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 26, 53, 589, TimeSpan.Zero);

    public static SuiteOutcome Run(SuiteCase test)
    {
        if (!test.Translated) return new SuiteOutcome(test, test.MustFail, !test.MustFail, test.MustFail ? "" : "the translator refuses the expression");
        if (!test.Comparable) return new SuiteOutcome(test, false, true, "the translator refuses the expected output");
        try
        {
            var evaluation = Load(test, out var engine);
            var actual = evaluation.Evaluate(engine.Find("Suite", "Actual")!);
            if (test.MustFail) return Outcome(test, false, $"must fail, but gives {ResultText.Of(actual)}");
            var expected = engine.Find("Suite", "Expected") is { } define ? evaluation.Evaluate(define) : null;
            var same = actual is CqlUncertainty || evaluation.Evaluate(engine.Find("Suite", "Same")!) is true;
            var (actualText, expectedText) = (ResultText.Of(actual), ResultText.Of(expected));
            return Outcome(test, same && actualText == expectedText, $"gives {actualText}, expected {expectedText}{(same ? " (equivalent, but written differently)" : "")}");
        }
        catch (CqlException error)
        {
            return Outcome(test, test.MustFail, $"ends in the error \"{error.Problems[0].Message}\"");
        }
    }

    private static SuiteOutcome Outcome(SuiteCase test, bool passed, string finding) => new(test, passed, false, passed ? "" : finding);

    private static CqlEvaluation Load(SuiteCase test, out CqlEngine engine)
    {
        var hasExpected = test.ExpectedElm.ValueKind == System.Text.Json.JsonValueKind.Object;
        var definitions = new JsonArray(Define("Actual", JsonNode.Parse(test.Actual.GetRawText())!));
        if (hasExpected) definitions.Add(Define("Expected", JsonNode.Parse(test.ExpectedElm.GetRawText())!));
        definitions.Add(Define("Same", new JsonObject
        {
            ["type"] = "Equivalent",
            ["operand"] = new JsonArray(Reference("Actual"), hasExpected ? Reference("Expected") : new JsonObject { ["type"] = "Null" }),
        }));
        var library = new JsonObject
        {
            ["library"] = new JsonObject { ["identifier"] = new JsonObject { ["id"] = "Suite" }, ["statements"] = new JsonObject { ["def"] = definitions } },
        };
        engine = CqlEngine.Load([System.Text.Encoding.UTF8.GetBytes(library.ToJsonString(new() { MaxDepth = 1024 }))], _ => null);
        return engine.Begin(CqlData.Empty, Now, CqlParameters.Empty);
    }

    private static JsonObject Define(string name, JsonNode expression) => new() { ["name"] = name, ["context"] = "Patient", ["expression"] = expression };

    private static JsonObject Reference(string name) => new() { ["type"] = "ExpressionRef", ["name"] = name };
}
