using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.FhirPath;
using Hl7.FhirPath.Expressions;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Every core invariant on every resource and data type of the samples, evaluated by the SDK's engine as well.</summary>
public sealed class SdkAgreementTests
{
    private const string Everything = "combine(descendants())";

    /// <summary>The SDK takes seconds for rules such as dom-3 on a long resource.</summary>
    private const int Largest = 8_000;

    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings().UsingMode(DeserializationMode.Ostrich));
    private static readonly FhirPathCompilerCache Compiler = new(new FhirPathCompiler(new SymbolTable().AddStandardFP().AddFhirExtensions()), 2_000);

    private readonly Dictionary<string, FhirPathExpression> _parsed = [];

    [Fact]
    public void The_SDK_answers_the_same_but_for_differences_that_are_known()
    {
        var (compared, differences) = (0, new List<string>());
        foreach (var resource in Samples.Answers.Resources.Select(sample => sample.Resource).Where(resource => resource.GetRawText().Length <= Largest))
        {
            var (ours, theirs) = (Ours(resource), Theirs(resource));
            Assert.Equal(theirs.Select(answers => answers.Key).Order(StringComparer.Ordinal), ours.Select(answers => answers.Key).Order(StringComparer.Ordinal));
            compared += ours.Sum(answers => answers.Count());
            differences.AddRange(ours.SelectMany(answers => Difference(answers, theirs[answers.Key])).Select(difference => $"{Samples.Name(resource)} | {difference}"));
        }

        Assert.True(compared > 2_000, $"only {compared} answers were compared");
        Divergences.AreKnown("Hl7.FhirPath", differences);
    }

    /// <summary>Engines go through the tree in orders of their own, so answers on one invariant are compared as sets.</summary>
    private static IEnumerable<string> Difference(IGrouping<string, string> ours, IEnumerable<string> theirs)
    {
        var (mine, others) = (ours.ToList(), theirs.ToList());
        foreach (var answer in ours.Where(others.Remove)) mine.Remove(answer);
        return mine.Zip(others).Select(pair => $"{ours.Key} | {pair.First} | {pair.Second}");
    }

    private ILookup<string, string> Ours(JsonElement resource)
    {
        var root = FhirElement.Root(resource);
        var context = Paths.Context(root);
        return (
            from value in Parse(Everything).Evaluate(root, context).Values
            from invariant in AnchoredInvariant.Of(value.Element.Type.Name)
            select (invariant.Name, Paths.Tell(Parse(invariant.Expression).Evaluate(value.Element, context)))).ToLookup(each => each.Name, each => each.Item2);
    }

    private static ILookup<string, string> Theirs(JsonElement resource)
    {
        var root = PocoNodeOrList.Root(Deserializer.DeserializeResource(resource.GetRawText()), resource.GetProperty("resourceType").GetString());
        return (
            from node in Compiler.Select(root, Everything, new FhirEvaluationContext()).Cast<PocoNode>()
            from invariant in AnchoredInvariant.Of(node.Poco.TypeName)
            select (invariant.Name, Answer(invariant.Expression, node, root))).ToLookup(each => each.Name, each => each.Item2);
    }

    private FhirPathExpression Parse(string expression)
    {
        if (!_parsed.TryGetValue(expression, out var parsed)) _parsed[expression] = parsed = Paths.Parse(expression);
        return parsed;
    }

    private static string Answer(string expression, PocoNode node, PocoNode root)
    {
        try
        {
            var context = new FhirEvaluationContext { Resource = root, RootResource = root };
            var found = Compiler.Select(node, expression, context).Select(each => each.GetValue()?.ToString()?.ToLowerInvariant() ?? "?").ToList();
            return found.Count == 0 ? "{}" : string.Join(", ", found);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException or InvalidCastException or NotSupportedException)
        {
            return "error";
        }
    }
}
