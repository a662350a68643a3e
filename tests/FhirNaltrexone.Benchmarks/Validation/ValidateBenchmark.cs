using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Benchmarks.Validation;

/// <summary>
/// Time of one validation against our profiles on one core, parsing included; of the first one in the process; and what many at a time leave in
/// memory. Profiles and resources are read from the working copy.
/// </summary>
internal static class ValidateBenchmark
{
    private const int Concurrent = 10_000;
    private const int Rounds = 5;

    private static readonly (string File, string Profile)[] Cases =
    [
        ("MedicationRequest-example-oral-order.json", "naltrexone-oral-request"),
        ("Observation-example-alt.json", "alt-result"),
    ];

    /// <summary>Runs it.</summary>
    /// <param name="calls">Validations per round.</param>
    public static int Run(int calls)
    {
        var start = Stopwatch.GetTimestamp();
        var folder = Path.Combine(RepositoryRoot(), "profiles", "generated");
        var definitions = Directory.EnumerateFiles(Path.Combine(folder, "resources")).Where(IsDefinition).Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement).ToList();
        var samples = Cases.Select(each => (each.File, Json: File.ReadAllBytes(Path.Combine(folder, "examples", each.File)), Request: Request(each.Profile))).ToList();
        Console.WriteLine(Line("read profiles", Stopwatch.GetElapsedTime(start)));

        start = Stopwatch.GetTimestamp();
        var validator = new Validator(DefinitionSet.Core.With(definitions));
        var issues = Validate(validator, samples[0].Json, samples[0].Request);
        Console.WriteLine(Line("first call, core definitions included", Stopwatch.GetElapsedTime(start)) + $", {issues} errors");
        foreach (var (name, json, request) in samples) Measure(validator, name, json, request, calls);
        Crowd(validator, samples.Select(each => (each.Json, each.Request)).ToList());
        return 0;
    }

    private static ValidationRequest Request(string profile) => new() { Profiles = [$"https://fhirnaltrexone.example.org/fhir/StructureDefinition/{profile}"] };

    private static bool IsDefinition(string file)
        => Path.GetFileName(file).Split('-')[0] is "StructureDefinition" or "ValueSet" or "CodeSystem";

    private static int Validate(Validator validator, byte[] json, ValidationRequest request)
    {
        var content = ContentReader.Unchecked(json, isXml: false).Content!;
        return validator.Validate(content, request).Count(issue => issue.Severity == FhirNaltrexone.Validation.Outcomes.IssueSeverity.Error);
    }

    private static void Measure(Validator validator, string name, byte[] json, ValidationRequest request, int calls)
    {
        Console.WriteLine($"{name}, {json.Length} bytes, {Validate(validator, json, request)} errors");
        for (var call = 0; call < calls; call++) Validate(validator, json, request);
        Round("validate, parse and guards included", calls, () => Validate(validator, json, request));
        Round("structure only, as on every write", calls, () => new ContentReader().FromJson(json));
        Round("parse and guards", calls, () => ContentReader.Unchecked(json, isXml: false));
        Round("parse", calls, () => JsonDocument.Parse(json).Dispose());
    }

    private static void Round(string what, int calls, Action action)
    {
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var call = 0; call < calls; call++) action();
            var elapsed = Stopwatch.GetElapsedTime(start);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
            if (elapsed < best) best = elapsed;
        }

        Console.WriteLine(Line("  " + what, best / calls) + $", {allocated} bytes allocated");
    }

    private static void Crowd(Validator validator, List<(byte[] Json, ValidationRequest Request)> samples)
    {
        Flood();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < Rounds; round++) Flood();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"{Rounds} times {Concurrent} concurrent validations: {before / 1024} kB before, {after / 1024} kB after");

        void Flood() => Parallel.For(0, Concurrent, index => Validate(validator, samples[index % samples.Count].Json, samples[index % samples.Count].Request));
    }

    private static string Line(string what, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalMilliseconds:F4} ms");

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FhirNaltrexone.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
