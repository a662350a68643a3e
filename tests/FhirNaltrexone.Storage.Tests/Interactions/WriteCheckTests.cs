using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Testing.Reference;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class WriteCheckTests
{
    [Fact]
    public async Task A_rule_holds_for_its_type_and_for_every_way_of_writing()
    {
        using var store = new MemoryResourceStore();
        var interactions = new ResourceInteractions(
            store, InteractionFixture.Extract, InteractionFixture.Searches.TryReadCriteria, new ContentReader(), TimeProvider.System, new(), [new("Basic", _ => WriteVerdict.Of(new(422, "business-rule", "No.")))]);
        var basic = InteractionFixture.Content("""{"resourceType":"Basic","id":"a","code":{"text":"x"}}""");
        var patient = InteractionFixture.Content("""{"resourceType":"Patient","id":"a"}""");
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal(422, (await interactions.CreateAsync(basic, null, cancel)).Status);
        Assert.Equal(422, (await interactions.UpdateAsync(new ResourceKey("Basic", "a"), basic, WriteConditions.None, cancel)).Status);
        Assert.Equal(201, (await interactions.CreateAsync(patient, null, cancel)).Status);
    }

    [Fact]
    public async Task What_a_rule_for_all_types_has_to_say_goes_with_every_success()
    {
        using var store = new MemoryResourceStore();
        var told = new Issue("informational", "Seen.") { Severity = IssueSeverity.Warning };
        var interactions = new ResourceInteractions(
            store, InteractionFixture.Extract, InteractionFixture.Searches.TryReadCriteria, new ContentReader(), TimeProvider.System, new(), [new(null, _ => new(null, [told]))]);
        var patient = InteractionFixture.Content("""{"resourceType":"Patient","id":"a"}""");
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal([told], (await interactions.CreateAsync(patient, null, cancel)).Issues);
        Assert.Equal([told], (await interactions.UpdateAsync(new ResourceKey("Patient", "a"), patient, WriteConditions.None, cancel)).Issues);
        var unchanged = await interactions.UpdateAsync(new ResourceKey("Patient", "a"), patient, WriteConditions.None, cancel);
        Assert.Equal(1, unchanged.Resource!.Version);
        Assert.Equal([told], unchanged.Issues);
    }
}
