using System.IO.Compression;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Tests.Oracle;

/// <summary>
/// Every define of our libraries on random patients, against the answers of cql-execution 3.3.2 kept in conformance/cql-oracle
/// (made by profiles/tools/oracle). A known difference stands in conformance/divergences.md with the paragraph that decides it.
/// </summary>
public sealed class IndependentEngineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_define_agrees_on_every_patient_of_a_seed(int seed)
    {
        var content = OracleContent.Committed;

        var differences = Read(seed, content).SelectMany(patient => Differences(patient, content)).ToDictionary(each => $"| {seed} | {each.Place} |", each => each.Values);

        var known = File.ReadAllLines(Path.Combine(OracleContent.Root, "conformance", "divergences.md"))
            .Where(row => row.StartsWith($"| {seed} |", StringComparison.Ordinal)).ToHashSet();
        var unknown = differences.Where(each => !known.Contains(each.Key)).Select(each => $"{each.Key} {each.Value}").ToList();
        Assert.True(unknown.Count == 0, $"{unknown.Count} differences:{Environment.NewLine}{string.Join(Environment.NewLine, unknown.Take(40))}");
        Assert.Empty(known.Except(differences.Keys));
    }

    [Fact]
    public void The_patients_are_many_and_reach_most_rules()
    {
        var content = OracleContent.Committed;

        var patients = new[] { 1, 2, 3 }.SelectMany(seed => Read(seed, content)).ToList();

        var fired = patients.SelectMany(patient => patient.Expected.EnumerateObject().SelectMany(library => library.Value.EnumerateObject()))
            .Where(define => define.Name.EndsWith(" Applies", StringComparison.Ordinal) && define.Value.ValueKind == JsonValueKind.True)
            .Select(define => define.Name).Distinct().Count();
        Assert.True(patients.Count >= 400, $"only {patients.Count} patients");
        Assert.True(fired >= 38, $"only {fired} rules ever apply");
    }

    private static IEnumerable<OraclePatient> Read(int seed, OracleContent content)
    {
        using var file = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(OracleContent.Root, "conformance", "cql-oracle", $"seed-{seed}.ndjson.gz")), CompressionMode.Decompress));
        var header = JsonDocument.Parse(file.ReadLine()!).RootElement;
        foreach (var library in header.GetProperty("elm").EnumerateObject())
        {
            Assert.True(content.ElmHashes[library.Name] == library.Value.GetString(), $"{library.Name} changed since the answers were made: run profiles/tools/oracle");
        }

        for (var line = 2; file.ReadLine() is { } text; line++) yield return new OraclePatient(line, JsonDocument.Parse(text).RootElement, header.GetProperty("zone"));
    }

    private static IEnumerable<(string Place, string Values)> Differences(OraclePatient patient, OracleContent content)
    {
        var evaluation = patient.Begin(content);
        foreach (var library in patient.Expected.EnumerateObject())
        {
            foreach (var define in library.Value.EnumerateObject())
            {
                var actual = Evaluate(evaluation, content.Engine.Find(library.Name, define.Name)!);
                if (!OracleAnswer.Agrees(define.Value, actual))
                {
                    yield return ($"{patient.Line} | {library.Name}.\"{define.Name}\"", $"expected {define.Value.GetRawText()}, ours {OracleAnswer.Show(actual)}");
                }
            }
        }
    }

    private static object? Evaluate(CqlEvaluation evaluation, CqlDefine define)
    {
        try
        {
            return evaluation.Evaluate(define);
        }
        catch (CqlException failure)
        {
            return $"failed: {failure.Message}";
        }
    }
}
