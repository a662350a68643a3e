using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.FhirPath;
using Hl7.FhirPath.Expressions;

namespace FhirNaltrexone.Storage.Tests.Indexing.Paths;

/// <summary>The SDK evaluates the expressions as HL7 publishes them; ours must select the same elements.</summary>
public class FirelyAgreementTests
{
    private const int ResourcesOfEachType = 3;

    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings().UsingMode(DeserializationMode.Ostrich));
    private static readonly FhirPathCompilerCache Compiler = new(new FhirPathCompiler(new SymbolTable().AddStandardFP().AddFhirExtensions()), 2000);

    [Fact]
    public void Selects_what_the_SDK_selects_for_every_parameter_of_every_type()
    {
        var disagreements = new List<string>();
        var (compared, selected) = (0, 0);
        foreach (var type in ResourceTypes.All)
        {
            var parameters = ModelInfo.SearchParameters.Where(parameter => parameter.Resource == type).ToList();
            for (var seed = 1; seed <= ResourcesOfEachType; seed++)
            {
                var json = new GeneratedResources(seed * 1000 + ResourceTypes.Number(type)).Make(type).ToJsonString();
                var node = PocoNodeOrList.Root(Deserializer.DeserializeResource(json), type);
                using var document = JsonDocument.Parse(json);
                foreach (var parameter in parameters)
                {
                    var expected = Expected(node, parameter.Expression!);
                    var actual = Actual(document.RootElement, type, parameter.Code!);
                    compared++;
                    selected += expected.Count;
                    if (!expected.SequenceEqual(actual)) disagreements.Add($"{type}/{parameter.Code} seed {seed}: [{string.Join("; ", expected)}] is not [{string.Join("; ", actual)}]");
                }
            }
        }

        Assert.Equal(ResourcesOfEachType * 1697, compared);
        Assert.True(selected > 5 * ResourcesOfEachType * 146, $"only {selected} elements were selected");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} of {compared}:\n{string.Join('\n', disagreements.Take(40))}");
    }

    private static List<string> Expected(PocoNode node, string expression)
    {
        var context = new FhirEvaluationContext { Resource = node, RootResource = node, ElementResolver = Resolve };
        return [.. Compiler.Select(node, expression, context).Select(found => Signature(found.Poco)).Distinct().Order(StringComparer.Ordinal)];
    }

    private static PocoNode? Resolve(string url)
    {
        var parts = url.Split('/');
        var history = Array.IndexOf(parts, "_history");
        var at = (history < 0 ? parts.Length : history) - 2;
        if (at < 0 || ModelInfo.GetTypeForFhirType(parts[at]) is not { } type || !ResourceTypes.Contains(parts[at])) return null;
        return PocoNodeOrList.Root((Resource)Activator.CreateInstance(type)!, parts[at]);
    }

    private static List<string> Actual(JsonElement root, string type, string code)
    {
        Assert.True(SearchParameterSet.Core.TryGet(type, code, out var parameter));
        var path = PathCompiler.Compile(parameter.Expression, type, type);
        var context = new PathContext(root);
        if (path.Condition is { } condition) return [condition(root, context) == true ? "true" : "false"];
        var found = new Collector();
        foreach (var branch in path.Branches) branch.Walk(root, context, found);
        return [.. found.Signatures.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>All primitive values below an element; generated values are nearly all distinct.</summary>
    private static string Signature(Base element) => string.Join(',', Leaves(element).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Leaves(Base element) => element is PrimitiveType primitive
        ? [Text(primitive.JsonValue)]
        : element.EnumerateElements().SelectMany(member => member.Value switch
        {
            Base one => Leaves(one),
            IEnumerable<Base> many => many.SelectMany(Leaves),
            var value => [Text(value)],
        });

    private static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "resourceType").SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        _ => [element.ToString().ToLowerInvariant()],
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant();

    private sealed class Collector : IPathVisitor
    {
        public List<string> Signatures { get; } = [];

        public void Visit(PathBranch branch, JsonElement element) => Signatures.Add(string.Join(',', Leaves(element).Order(StringComparer.Ordinal)));
    }
}
