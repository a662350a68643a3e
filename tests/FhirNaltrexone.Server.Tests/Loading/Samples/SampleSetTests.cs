using System.Text.Json;
using FhirNaltrexone.Server.Loading.Samples;
using FhirNaltrexone.Validation.Content;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Server.Tests.Loading.Samples;

/// <summary>The committed data set is what its seed gives, and is FHIR R4.</summary>
public sealed class SampleSetTests
{
    private static readonly JsonSerializerOptions Strict = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);

    [Fact]
    public void The_seed_gives_the_committed_bytes()
    {
        var generated = Generate(CommittedSet.Patients);

        Assert.True(generated.AsSpan().SequenceEqual(CommittedSet.Bytes), "Run the verb generate as the README of conformance/samples says, and look at what changed.");
    }

    [Fact]
    public void Another_seed_gives_other_patients() => Assert.False(Generate(3, seed: 2).AsSpan().SequenceEqual(Generate(3)));

    [Fact]
    public void More_patients_leave_the_first_ones_as_they_were()
    {
        var few = Generate(5);

        Assert.True(CommittedSet.Bytes.AsSpan().StartsWith(few));
    }

    [Fact]
    public void A_later_anchor_moves_every_course_by_the_same_time()
    {
        var first = First("MedicationRequest", SampleSet.Generate(new SampleOptions(1, 1, CommittedSet.Anchor)));
        var later = First("MedicationRequest", SampleSet.Generate(new SampleOptions(1, 1, CommittedSet.Anchor.AddDays(7))));

        Assert.Equal(first.Instant("authoredOn").AddDays(7), later.Instant("authoredOn"));
    }

    [Fact]
    public void Firely_reads_every_resource_strictly()
    {
        foreach (var line in CommittedSet.Lines())
        {
            Assert.NotNull(JsonSerializer.Deserialize<Resource>(line.Span, Strict));
        }
    }

    [Fact]
    public void Our_own_reader_finds_nothing_to_object_to()
    {
        var reader = new ContentReader();

        Assert.All(CommittedSet.Lines().Take(3_000), line => Assert.Empty(reader.FromJson(line).Issues));
    }

    [Fact]
    public void Strict_reading_can_fail()
        => Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<Resource>("""{"resourceType":"Patient","gender":"banana"}""", Strict));

    [Fact]
    public void Ids_are_unique_and_every_reference_leads_somewhere()
    {
        var keys = CommittedSet.Resources.Select(resource => $"{resource.Text("resourceType")}/{resource.Text("id")}").ToList();
        var references = CommittedSet.Resources.SelectMany(resource => resource.Objects()).Select(item => item.Text("reference")).OfType<string>();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Empty(references.Distinct().Except(keys));
    }

    [Fact]
    public void The_file_is_small()
        => Assert.InRange(new FileInfo(CommittedSet.Path).Length, 1, 1_500_000);

    private static byte[] Generate(int patients, ulong seed = 1)
        => [.. SampleSet.Generate(new SampleOptions(patients, seed, CommittedSet.Anchor)).SelectMany(SampleOutput.Line)];

    private static JsonElement First(string type, IEnumerable<System.Text.Json.Nodes.JsonObject> resources)
        => JsonDocument.Parse(SampleOutput.Line(resources.First(resource => resource["resourceType"]!.GetValue<string>() == type))).RootElement;
}
