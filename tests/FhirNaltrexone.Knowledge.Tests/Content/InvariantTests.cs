using System.Text.Json;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.FhirPath;
using Hl7.FhirPath.Expressions;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>What our invariants say of the conformance cases, told by a FHIRPath engine of other authors.</summary>
public sealed class InvariantTests
{
    private static readonly FhirPathCompiler Compiler = new(Symbols());

    private static readonly Dictionary<string, IReadOnlyList<Invariant>> Invariants = Repository.Resources("StructureDefinition")
        .ToDictionary(definition => definition.GetProperty("url").GetString()!, definition => Read(definition));

    private static readonly FhirJsonDeserializer Reader = new(new DeserializerSettings().UsingMode(DeserializationMode.Ostrich));

    [Fact]
    public void Each_case_breaks_the_invariant_it_says_and_no_other()
    {
        var wrong = ConformanceCase.All.Select(row => (Row: row, Broken: Broken(row))).Where(found => !found.Broken.SequenceEqual(Expected(found.Row)));

        Assert.Equal([], wrong.Select(found => $"{found.Row.File}: {string.Join(' ', found.Broken)}"));
    }

    [Fact]
    public void Published_artifacts_keep_the_invariants_of_the_profiles_they_claim()
    {
        var broken = Repository.ResourceFiles
            .SelectMany(file => Claims(Repository.Json(file)).SelectMany(profile => Broken($"profiles/{file}", profile)).Select(key => $"{file}: {key}"));

        Assert.Equal([], broken);
    }

    private static IEnumerable<string> Claims(JsonElement resource)
        => resource.TryGetProperty("meta", out var meta) ? meta.GetProperty("profile").EnumerateArray().Select(profile => profile.GetString()!) : [];

    private static IEnumerable<string> Expected(ConformanceCase row) => !row.IsValid && row.Key.StartsWith("nal-", StringComparison.Ordinal) ? [row.Key] : [];

    private static IReadOnlyList<string> Broken(ConformanceCase row) => Broken(row.File, row.Profile);

    private static IReadOnlyList<string> Broken(string file, string profile)
    {
        Reader.TryDeserializeResource(File.ReadAllText(Path.Combine(Repository.Root, file)), out var resource, out _);
        var root = resource!.ToPocoNode();
        var context = new FhirEvaluationContext { Resource = root, RootResource = root };
        return [.. Invariants[profile].Where(invariant => invariant.Places(root, context).Any(node => !invariant.Holds(node, context))).Select(invariant => invariant.Key)];
    }

    private static IReadOnlyList<Invariant> Read(JsonElement definition) =>
    [
        .. definition.GetProperty("snapshot").GetProperty("element").EnumerateArray()
            .SelectMany(element => Constraints(element).Select(constraint => new Invariant(
                constraint.GetProperty("key").GetString()!,
                Compiler.Compile(Places(element.GetProperty("path").GetString()!)),
                Compiler.Compile(constraint.GetProperty("expression").GetString()!)))),
    ];

    private static IEnumerable<JsonElement> Constraints(JsonElement element) => element.TryGetProperty("constraint", out var constraints)
        ? constraints.EnumerateArray().Where(constraint => constraint.GetProperty("key").GetString()!.StartsWith("nal-", StringComparison.Ordinal))
        : [];

    // The path of an element as FHIRPath: `$this` for the resource, choices without their brackets.
    private static string Places(string path)
        => path.Contains('.', StringComparison.Ordinal) ? path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace("[x]", string.Empty, StringComparison.Ordinal) : "$this";

    private static SymbolTable Symbols()
    {
        var symbols = new SymbolTable();
        symbols.AddStandardFP();
        symbols.AddFhirExtensions();
        return symbols;
    }

    private sealed record Invariant(string Key, CompiledExpression Places, CompiledExpression Expression)
    {
        public bool Holds(PocoNode node, FhirEvaluationContext context) => Expression.IsTrue(node, context);
    }
}
