using System.Text;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Reading what was written.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task An_id_never_used_is_not_there()
    {
        Assert.Null(await Store.FindAsync(NewKey()));
        Assert.Null(await Store.ReadVersionAsync(NewKey(), 1, default));
    }

    [Fact]
    public async Task A_version_reads_back_as_written()
    {
        var write = Version.First(NewKey());

        var stored = Assert.Single(await Store.CommitAsync(write));

        var read = await Store.FindAsync(write.Key);
        Assert.Equal(stored with { Json = default }, read! with { Json = default });
        Assert.Equal(write.Json.ToArray(), read.Json.ToArray());
        Assert.Equal((write.Key, write.Version, write.LastUpdated, write.Change), (read.Key, read.Version, read.LastUpdated, read.Change));
        Assert.False(read.IsDeleted);
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\" , \n\t \"id\": \"x\" }")]
    [InlineData("{\"text\":\"Grüße 李 😀 \\u0001 ' \\\" % _\"}")]
    [InlineData("{\"a\":1.0,\"a2\":1.00,\"z\":0,\"b\":1e400}")]
    public async Task The_text_is_kept_byte_by_byte(string json)
    {
        var write = Version.First(NewKey()) with { Json = Encoding.UTF8.GetBytes(json) };

        await Store.CommitAsync(write);

        Assert.Equal(json, Encoding.UTF8.GetString((await Store.FindAsync(write.Key))!.Json.Span));
    }

    [Fact]
    public async Task A_text_of_five_megabytes_is_kept()
    {
        var write = Version.First(NewKey()) with { Json = Encoding.UTF8.GetBytes($"{{\"data\":\"{new string('x', 5_000_000)}\"}}") };

        await Store.CommitAsync(write);

        var read = (await Store.FindAsync(write.Key))!;
        Assert.True(write.Json.Span.SequenceEqual(read.Json.Span));
    }

    [Theory]
    [InlineData(ResourceChange.Create)]
    [InlineData(ResourceChange.CreateAs)]
    [InlineData(ResourceChange.Update)]
    [InlineData(ResourceChange.Patch)]
    [InlineData(ResourceChange.Publish)]
    [InlineData(ResourceChange.Republish)]
    public async Task What_made_a_version_is_kept(ResourceChange change)
    {
        var key = NewKey();

        await Store.CommitAsync(Version.Make(key, 1, change));

        Assert.Equal(change, (await Store.FindAsync(key))!.Change);
    }

    [Theory]
    [InlineData("2024-02-29T23:59:59.999Z")]
    [InlineData("1970-01-01T00:00:00.001Z")]
    [InlineData("1901-12-13T20:45:52Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("2024-07-01T12:00:00.120+05:45")]
    public async Task The_time_is_kept_to_the_millisecond_in_UTC(string text)
    {
        var instant = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var key = NewKey();

        await Store.CreateAsync(key, at: instant);

        var read = (await Store.FindAsync(key))!.LastUpdated;
        Assert.Equal(instant.ToUniversalTime(), read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Fact]
    public async Task The_newest_version_is_read_and_older_ones_remain()
    {
        var first = await Store.CreateAsync(NewKey());

        var second = await Store.UpdateAsync(first);

        Assert.Equal(2, (await Store.FindAsync(first.Key))!.Version);
        Assert.Equal(first.Json.ToArray(), (await Store.ReadVersionAsync(first.Key, 1, default))!.Json.ToArray());
        Assert.Equal(second.Json.ToArray(), (await Store.ReadVersionAsync(first.Key, 2, default))!.Json.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_version_never_written_is_not_there(int version)
    {
        var first = await Store.CreateAsync(NewKey());

        Assert.Null(await Store.ReadVersionAsync(first.Key, version, default));
    }

    [Fact]
    public async Task A_deletion_is_a_version_without_content()
    {
        var first = await Store.CreateAsync(NewKey());

        await Store.DeleteAsync(first);

        var newest = (await Store.FindAsync(first.Key))!;
        Assert.True(newest.IsDeleted);
        Assert.Equal(2, newest.Version);
        Assert.True(newest.Json.IsEmpty);
        Assert.False((await Store.ReadVersionAsync(first.Key, 1, default))!.Json.IsEmpty);
    }

    [Fact]
    public async Task A_deleted_resource_comes_back_under_its_old_number()
    {
        var first = await Store.CreateAsync(NewKey());
        var deletion = await Store.DeleteAsync(first);

        var revived = await Store.UpdateAsync(deletion);

        Assert.Equal((first.Number, 3, ResourceChange.CreateAs), (revived.Number, revived.Version, revived.Change));
        Assert.False((await Store.FindAsync(first.Key))!.IsDeleted);
    }

    [Fact]
    public async Task Numbers_rise_in_the_order_of_creation_and_stay()
    {
        var first = await Store.CreateAsync(NewKey());
        var second = await Store.CreateAsync(NewKey("Observation"));

        var updated = await Store.UpdateAsync(first);

        Assert.True(second.Number > first.Number);
        Assert.Equal(first.Number, updated.Number);
    }

    [Fact]
    public async Task Sequences_rise_with_every_version()
    {
        var first = await Store.CreateAsync(NewKey());
        var second = await Store.CreateAsync(NewKey("Observation"));
        var third = await Store.UpdateAsync(first);
        var fourth = await Store.DeleteAsync(third);

        Assert.True(first.Sequence < second.Sequence && second.Sequence < third.Sequence && third.Sequence < fourth.Sequence);
    }

    [Fact]
    public async Task One_id_under_two_types_is_two_resources()
    {
        var patient = NewKey();
        var group = new ResourceKey("Group", patient.Id);

        await Store.CreateAsync(patient);
        Assert.Null(await Store.FindAsync(group));
        var other = await Store.CreateAsync(group);

        Assert.Equal(1, other.Version);
        Assert.Equal(patient, (await Store.FindAsync(patient))!.Key);
    }

    [Fact]
    public async Task Ids_heed_the_case()
    {
        var lower = NewKey();
        var upper = new ResourceKey("Patient", lower.Id.ToUpperInvariant());

        await Store.CreateAsync(lower);

        Assert.Null(await Store.FindAsync(upper));
        Assert.Equal(1, (await Store.CreateAsync(upper)).Version);
    }

    [Fact]
    public async Task The_longest_id_is_kept()
    {
        var key = new ResourceKey("Patient", NewKey().Id.PadRight(64, '.'));

        await Store.CreateAsync(key);

        Assert.Equal(key, (await Store.FindAsync(key))!.Key);
    }

    [Fact]
    public async Task Many_are_read_at_once_deletions_included_each_once()
    {
        var kept = await Store.CreateAsync(NewKey());
        var deleted = await Store.DeleteAsync(await Store.CreateAsync(NewKey("Observation")));
        var updated = await Store.UpdateAsync(await Store.CreateAsync(NewKey()));

        var read = await Store.ReadManyAsync([kept.Key, deleted.Key, updated.Key, NewKey(), new("Group", kept.Key.Id), kept.Key], default);

        Assert.Equal(
            [(kept.Key, 1), (deleted.Key, 2), (updated.Key, 2)],
            read.OrderBy(version => version.Number).Select(version => (version.Key, version.Version)));
    }

    [Fact]
    public async Task None_are_read_at_once_when_none_are_named() => Assert.Empty(await Store.ReadManyAsync([], default));

    [Fact]
    public async Task Thousands_are_read_at_once()
    {
        var keys = Enumerable.Range(0, 3000).Select(_ => NewKey()).ToArray();
        await Store.CommitAsync([.. keys.Select(key => Version.First(key))]);

        Assert.Equal(3000, (await Store.ReadManyAsync(keys, default)).Count);
    }

    [Fact]
    public async Task The_database_answers() => await Store.PingAsync(default);
}
