using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>References between resources.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task References_from_a_resource_name_parameter_target_and_version()
    {
        var (target, other) = (NewKey(), NewKey("Group"));
        var source = await Store.CreateAsync(NewKey("Observation"), Linked(To(target, version: 3), To(other), To(target, OtherLink)));

        var edges = await Store.ReferencesFromAsync([source.Number], [Link], 10, default);

        Assert.Equal(
            [new(source.Number, Link, other, null), new(source.Number, Link, target, 3)],
            edges.OrderBy(edge => edge.Target.Type, StringComparer.Ordinal));
    }

    [Fact]
    public async Task References_elsewhere_lead_to_no_resource()
    {
        var source = await Store.CreateAsync(NewKey("Observation"), Linked(new ReferenceEntry(Link, null, "http://other.org/fhir/Patient/1")));

        Assert.Empty(await Store.ReferencesFromAsync([source.Number], [Link], 10, default));
    }

    [Fact]
    public async Task References_from_are_those_of_the_newest_version()
    {
        var (before, after) = (NewKey(), NewKey());
        var first = await Store.CreateAsync(NewKey("Observation"), Linked(To(before)));

        var second = await Store.UpdateAsync(first, Linked(To(after)));
        Assert.Equal([after], (await Store.ReferencesFromAsync([first.Number], [Link], 10, default)).Select(edge => edge.Target));

        await Store.DeleteAsync(second);
        Assert.Empty(await Store.ReferencesFromAsync([first.Number], [Link], 10, default));
    }

    [Fact]
    public async Task References_from_have_a_limit()
    {
        var source = await Store.CreateAsync(NewKey("Observation"), Linked([.. Enumerable.Range(0, 8).Select(_ => To(NewKey()))]));

        Assert.Equal(5, (await Store.ReferencesFromAsync([source.Number], [Link], 5, default)).Count);
        Assert.Equal(8, (await Store.ReferencesFromAsync([source.Number], [Link], 100, default)).Count);
    }

    [Fact]
    public async Task References_from_nothing_or_by_nothing_are_none()
    {
        var source = await Store.CreateAsync(NewKey("Observation"), Linked(To(NewKey())));

        Assert.Empty(await Store.ReferencesFromAsync([], [Link], 10, default));
        Assert.Empty(await Store.ReferencesFromAsync([source.Number], [], 10, default));
        Assert.Empty(await Store.ReferencesFromAsync([source.Number], [OtherLink], 10, default));
    }

    [Fact]
    public async Task Referrers_come_in_the_order_of_their_numbers_each_once()
    {
        var (one, two) = (NewKey(), NewKey());
        var both = await Store.CreateAsync(NewKey("Observation"), Linked(To(one), To(two), To(one, OtherLink)));
        var versioned = await Store.CreateAsync(NewKey("Condition"), Linked(To(two, version: 1)));
        await Store.CreateAsync(NewKey("Condition"), Linked(To(NewKey())));
        await Store.CreateAsync(NewKey("Condition"), Linked(To(new("Group", one.Id))));

        var referrers = await Store.ReferrersToAsync([one, two], [Link, OtherLink], 10, default);

        Assert.Equal([both.Key, versioned.Key], referrers.Select(version => version.Key));
        Assert.Equal(both.Json.ToArray(), referrers[0].Json.ToArray());
    }

    [Fact]
    public async Task Referrers_are_current()
    {
        var target = NewKey();
        await Store.DeleteAsync(await Store.CreateAsync(NewKey("Observation"), Linked(To(target))));
        await Store.UpdateAsync(await Store.CreateAsync(NewKey("Observation"), Linked(To(target))));
        var kept = await Store.UpdateAsync(await Store.CreateAsync(NewKey("Observation")), Linked(To(target)));

        var referrer = Assert.Single(await Store.ReferrersToAsync([target], [Link], 10, default));

        Assert.Equal((kept.Key, 2), (referrer.Key, referrer.Version));
    }

    [Fact]
    public async Task Referrers_have_a_limit()
    {
        var target = NewKey();
        await Store.CommitAsync([.. Enumerable.Range(0, 6).Select(_ => Version.First(NewKey("Observation"), Linked(To(target))))]);

        var two = await Store.ReferrersToAsync([target], [Link], 2, default);
        var all = await Store.ReferrersToAsync([target], [Link], 100, default);

        Assert.Equal(6, all.Count);
        Assert.Equal(all.Take(2).Select(version => version.Key), two.Select(version => version.Key));
    }

    [Fact]
    public async Task Referrers_to_nothing_or_by_nothing_are_none()
    {
        var target = NewKey();
        await Store.CreateAsync(NewKey("Observation"), Linked(To(target)));

        Assert.Empty(await Store.ReferrersToAsync([], [Link], 10, default));
        Assert.Empty(await Store.ReferrersToAsync([target], [], 10, default));
        Assert.Empty(await Store.ReferrersToAsync([target], [OtherLink], 10, default));
    }
}
