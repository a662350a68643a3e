using FhirNaltrexone.Server.Operations.Export;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Tests.Operations.Export;

/// <summary>What an export holds, whatever happens to the store and to the process meanwhile (Bulk Data 2.0).</summary>
public sealed class ExportWorkTests : IDisposable
{
    private static readonly ExportRequest Everything = new() { Base = "http://localhost/fhir", Url = "http://localhost/fhir/$export", Level = ExportLevel.System };
    private readonly ExportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task All_current_resources_are_there_once_and_none_that_is_deleted()
    {
        await PatientsAsync(7);
        await _bench.PutAsync("Observation", "o1", "p1");
        await _bench.PutAsync("Patient", "p2");
        await _bench.DeleteAsync("Patient", "p3");

        var ids = await _bench.ExportAsync(Everything);

        Assert.Equal(["Observation/o1", "Patient/p0", "Patient/p1", "Patient/p2", "Patient/p4", "Patient/p5", "Patient/p6"], ids.Order());
    }

    [Fact]
    public async Task A_file_has_one_type_and_no_more_lines_than_allowed()
    {
        await PatientsAsync(12);
        await _bench.PutAsync("Observation", "o1", "p1");
        var job = await _bench.AskAsync(Everything);
        await _bench.WorkAsync();

        var files = await _bench.Jobs.FilesAsync(job, default);

        Assert.Equal([("Observation", 1L), ("Patient", 5L), ("Patient", 5L), ("Patient", 2L)], files.Select(file => (file.Type, file.Lines)));
        Assert.Equal(13, (await _bench.LinesAsync(job, JobFileRole.Output)).Count);
    }

    [Fact]
    public async Task Nothing_newer_than_the_kick_off_is_there_and_nothing_older_is_missing()
    {
        await PatientsAsync(4);
        await _bench.PutAsync("Observation", "kept", "p1");
        var job = await _bench.AskAsync(Everything);
        var expected = (await _bench.Resources.SearchAsync(new() { Count = 100 }, default)).Matches.Select(Text).Order().ToList();
        await _bench.PutAsync("Patient", "p1");
        await _bench.PutAsync("Patient", "new");
        await _bench.DeleteAsync("Patient", "p2");
        await _bench.DeleteAsync("Observation", "kept");

        await _bench.WorkAsync();

        var lines = (await _bench.FilesAsync(job)).SelectMany(file => file.Split('\n')[1..^1]);
        Assert.Equal(expected, lines.Select(Compact).Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_changes_while_files_are_written_neither_doubles_nor_hides_anything(int save)
    {
        await PatientsAsync(9);
        var job = await _bench.AskAsync(Everything);
        _bench.Jobs.BeforeSave = async number =>
        {
            if (number != save) return;
            foreach (var id in new[] { "p0", "p4", "p8" }) await _bench.DeleteAsync("Patient", id);
            foreach (var id in new[] { "p1", "p5", "p7" }) await _bench.PutAsync("Patient", id);
            await _bench.PutAsync("Patient", "new");
        };

        await _bench.WorkAsync();

        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"Patient/p{i}"), (await _bench.IdsAsync(job)).Order());
    }

    [Fact]
    public async Task Killed_at_any_step_it_completes_with_identical_files()
    {
        await PatientsAsync(11);
        for (var i = 0; i < 7; i++) await _bench.PutAsync("Observation", $"o{i}", "p1");
        var whole = await _bench.AskAsync(Everything);
        await _bench.WorkAsync();
        var expected = await _bench.FilesAsync(whole);

        for (var death = 1; death <= 8; death++)
        {
            var job = await _bench.AskAsync(Everything);
            var saves = 0;
            var at = death;
            _bench.Jobs.BeforeSave = _ => ++saves == at ? throw new InvalidOperationException("killed") : Task.CompletedTask;
            await Assert.ThrowsAsync<InvalidOperationException>(_bench.WorkAsync);
            _bench.Jobs.BeforeSave = _ => Task.CompletedTask;
            await _bench.WorkAsync();
            Assert.Equal(expected, await _bench.FilesAsync(job));
        }
    }

    [Fact]
    public async Task Since_takes_what_changed_later_and_names_what_was_deleted()
    {
        await PatientsAsync(4);
        await _bench.DeleteAsync("Patient", "p0");
        var since = _bench.Now;
        await _bench.PutAsync("Patient", "p1");
        await _bench.DeleteAsync("Patient", "p2");
        await _bench.DeleteAsync("Patient", "p3");
        await _bench.PutAsync("Patient", "p3");
        var job = await _bench.AskAsync(Everything with { Since = since });

        await _bench.WorkAsync();

        Assert.Equal(["Patient/p1", "Patient/p3"], (await _bench.IdsAsync(job)).Order());
        var bundle = Assert.Single(await _bench.LinesAsync(job, JobFileRole.Deleted));
        var entry = Assert.Single(bundle["entry"]!.AsArray());
        Assert.Equal(("transaction", "DELETE", "Patient/p2"),
            ((string?)bundle["type"], (string?)entry!["request"]!["method"], (string?)entry["request"]!["url"]));
    }

    [Fact]
    public async Task Patients_bring_what_belongs_to_them_only()
    {
        await PatientsAsync(2);
        await _bench.PutAsync("Observation", "o1", "p1");
        await _bench.PutAsync("Observation", "alone");
        await _bench.PutAsync("Practitioner", "d1");

        var ids = await _bench.ExportAsync(Everything with { Level = ExportLevel.Patient });

        Assert.Equal(["Observation/o1", "Patient/p0", "Patient/p1"], ids.Order());
    }

    [Fact]
    public async Task A_group_brings_its_active_members_those_of_groups_in_it_and_what_is_theirs()
    {
        await PatientsAsync(6);
        for (var i = 0; i < 6; i++) await _bench.PutAsync("Observation", $"o{i}", $"p{i}");
        await _bench.GroupAsync("inner", ("Patient/p4", false), ("Group/outer", false));
        await _bench.GroupAsync("outer", ("Patient/p0", false), ("Patient/p1", true), ("Patient/p2", false), ("Group/inner", false), ("https://elsewhere.example.org/fhir/Patient/p3", false));

        var ids = await _bench.ExportAsync(Everything with { Level = ExportLevel.Group, Group = "outer" });

        Assert.Equal(["Observation/o0", "Observation/o2", "Observation/o4", "Patient/p0", "Patient/p2", "Patient/p4"], ids.Order());
    }

    [Fact]
    public async Task Members_whose_period_is_over_or_has_not_begun_are_left_out()
    {
        await PatientsAsync(7);
        await _bench.GroupAsync(
            "g",
            ("Patient/p0", "2026-01", null),
            ("Patient/p1", null, "2026-02-28"),
            ("Patient/p2", null, "2026-03-01"),
            ("Patient/p3", "2026-03-02", null),
            ("Patient/p4", "2026-02-01", "2026-12-31"),
            ("Patient/p5", "2026-03-01T07:00:00Z", "2026-03-01T07:59:59Z"),
            ("Patient/p6", null, null));

        var ids = await _bench.ExportAsync(Everything with { Level = ExportLevel.Group, Group = "g" });

        Assert.Equal(["Patient/p0", "Patient/p2", "Patient/p4", "Patient/p6"], ids.Order());
    }

    [Fact]
    public async Task In_a_group_a_changed_resource_counts_even_if_its_patient_did_not_change()
    {
        await PatientsAsync(1);
        await _bench.GroupAsync("g", ("Patient/p0", false));
        var since = _bench.Now;
        await _bench.PutAsync("Observation", "o1", "p0");

        Assert.Equal(["Observation/o1"], await _bench.ExportAsync(Everything with { Level = ExportLevel.Group, Group = "g", Since = since }));
    }

    [Fact]
    public async Task A_resource_that_moved_to_another_patient_after_the_kick_off_stays_with_the_first()
    {
        await PatientsAsync(3);
        await _bench.GroupAsync("g", ("Patient/p0", false));
        await _bench.PutAsync("Observation", "leaves", "p0");
        await _bench.PutAsync("Observation", "comes", "p1");
        var job = await _bench.AskAsync(Everything with { Level = ExportLevel.Group, Group = "g", Types = ["Observation"] });
        await _bench.PutAsync("Observation", "leaves", "p1");
        await _bench.PutAsync("Observation", "comes", "p0");

        await _bench.WorkAsync();

        Assert.Equal(["Observation/leaves"], await _bench.IdsAsync(job));
    }

    [Fact]
    public async Task Deletions_of_strangers_are_not_told_to_a_group()
    {
        await PatientsAsync(2);
        await _bench.GroupAsync("g", ("Patient/p0", false));
        await _bench.PutAsync("Observation", "mine", "p0");
        await _bench.PutAsync("Observation", "theirs", "p1");
        var since = _bench.Now;
        await _bench.DeleteAsync("Observation", "mine");
        await _bench.DeleteAsync("Observation", "theirs");
        var job = await _bench.AskAsync(Everything with { Level = ExportLevel.Group, Group = "g", Since = since });

        await _bench.WorkAsync();

        var bundle = Assert.Single(await _bench.LinesAsync(job, JobFileRole.Deleted));
        Assert.Equal("Observation/mine", (string?)Assert.Single(bundle["entry"]!.AsArray())!["request"]!["url"]);
    }

    [Fact]
    public async Task A_group_that_is_not_there_fails()
    {
        await _bench.AskAsync(Everything with { Level = ExportLevel.Group, Group = "none" });

        Assert.Equal(404, (await _bench.WorkAsync()).Refusal?.Status);
    }

    [Fact]
    public async Task Type_filters_on_one_type_are_alternatives_and_leave_other_types_alone()
    {
        await PatientsAsync(4);
        await _bench.PutAsync("Observation", "o1", "p1");

        var ids = await _bench.ExportAsync(Everything with { Filters = [new("Patient", "_id=p1"), new("Patient", "_id=p3")] });

        Assert.Equal(["Observation/o1", "Patient/p1", "Patient/p3"], ids.Order());
    }

    [Fact]
    public async Task What_was_ignored_stands_in_an_error_file()
    {
        var job = await _bench.AskAsync(Everything with { Ignored = ["The parameter _x was ignored."] });

        await _bench.WorkAsync();

        var outcome = Assert.Single(await _bench.LinesAsync(job, JobFileRole.Error));
        Assert.Equal("warning", (string?)outcome["issue"]![0]!["severity"]);
    }

    private static string Text(Storage.Resources.ResourceVersion version) => Compact(System.Text.Encoding.UTF8.GetString(version.Json.Span));

    private static string Compact(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();

    private async Task PatientsAsync(int count)
    {
        for (var i = 0; i < count; i++) await _bench.PutAsync("Patient", $"p{i}");
    }
}
