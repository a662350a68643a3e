using System.Net;
using FhirNaltrexone.Server.Tests.Support;
using Hl7.Fhir.Model;
using Hl7.Fhir.Rest;
using Task = System.Threading.Tasks.Task;

namespace FhirNaltrexone.Server.Tests.Clients;

/// <summary>The client of the FHIR SDK for .NET with its own settings: XML in both directions.</summary>
public sealed class DotNetClientTests : IDisposable
{
    private const string System = "https://fhirnaltrexone.example.org/test-identifier";

    private readonly TestServer _server = new();
    private readonly FhirClient _client;

    public DotNetClientTests() => _client = new FhirClient("http://localhost/fhir", _server.CreateClient());

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Reads_the_capability_statement()
    {
        var statement = await _client.CapabilityStatementAsync();

        Assert.Equal(FHIRVersion.N4_0_1, statement!.FhirVersion);
    }

    [Fact]
    public async Task Creates_reads_updates_and_deletes()
    {
        var made = (await _client.CreateAsync(Patient("crud")))!;
        made.Active = true;
        var changed = (await _client.UpdateAsync(made))!;
        var read = (await _client.ReadAsync<Patient>($"Patient/{made.Id}"))!;
        var first = (await _client.ReadAsync<Patient>($"Patient/{made.Id}/_history/1"))!;
        await _client.DeleteAsync(read);
        var gone = await Assert.ThrowsAsync<FhirOperationException>(() => _client.ReadAsync<Patient>($"Patient/{made.Id}"));

        Assert.True(read.IsExactly(changed));
        Assert.Equal("2", read.Meta!.VersionId);
        Assert.Null(first.Active);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.NotEmpty(gone.Outcome!.Issue);
    }

    [Fact]
    public async Task An_update_aware_of_versions_is_refused_when_another_came_first()
    {
        var made = (await _client.CreateAsync(Patient("versions")))!;
        var mine = (await _client.ReadAsync<Patient>($"Patient/{made.Id}"))!;
        made.Active = true;
        await _client.UpdateAsync(made, versionAware: true);
        mine.Active = false;

        var refused = await Assert.ThrowsAsync<FhirOperationException>(() => _client.UpdateAsync(mine, versionAware: true));

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
    }

    [Fact]
    public async Task Creates_and_updates_by_criteria()
    {
        var criteria = new SearchParams().Where($"identifier={System}|criteria");
        var made = (await _client.ConditionalCreateAsync(Patient("criteria"), criteria))!;
        var found = (await _client.ConditionalCreateAsync(Patient("criteria"), criteria))!;
        made.Active = true;
        var changed = (await _client.ConditionalUpdateAsync(made, criteria))!;
        await _client.ConditionalDeleteSingleAsync(criteria, "Patient");
        var left = (await _client.SearchAsync<Patient>(criteria))!;

        Assert.Equal(made.Id, found.Id);
        Assert.Equal("2", changed.Meta!.VersionId);
        Assert.Empty(left.Entry);
    }

    [Fact]
    public async Task Patches_by_FHIRPath()
    {
        var made = (await _client.CreateAsync(Patient("patch")))!;
        var patch = new Parameters()
            .AddReplacePatchParameter("Patient.gender", new Code<AdministrativeGender>(AdministrativeGender.Other))
            .AddAddPatchParameter("Patient", "birthDate", new Date("1990-05-17"));

        var changed = (await _client.PatchAsync<Patient>(made.Id!, patch))!;
        var criteria = new SearchParams().Where($"identifier={System}|patch");
        var again = (await _client.ConditionalPatchAsync<Patient>(criteria, new Parameters().AddDeletePatchParameter("Patient.birthDate")))!;

        Assert.Equal((AdministrativeGender.Other, "1990-05-17"), (changed.Gender, changed.BirthDate));
        Assert.Equal((AdministrativeGender.Other, null), (again.Gender, again.BirthDate));
    }

    [Fact]
    public async Task Searches_page_after_page_by_GET_and_by_POST()
    {
        await _client.TransactionAsync(Transaction(11));

        var byGet = await AllAsync(await _client.SearchAsync<Observation>(["code=http://loinc.org|1742-6"], pageSize: 4));
        var byPost = await AllAsync(await _client.SearchUsingPostAsync<Observation>(["code=http://loinc.org|1742-6"], pageSize: 4));
        var included = (await _client.SearchAsync<Observation>(["date=2026-03-02"], includes: ["Observation:subject"]))!;

        Assert.Equal(11, byGet.Distinct().Count());
        Assert.Equal(byGet, byPost);
        Assert.Equal(["Observation", "Patient"], included.Entry.Select(entry => entry.Resource!.TypeName));
    }

    [Fact]
    public async Task Sends_transactions_and_is_told_which_entry_is_wrong()
    {
        var answer = (await _client.TransactionAsync(Transaction(3)))!;
        var bad = Transaction(3);
        bad.Entry[3].Request!.Url = "Nothing";

        var refused = await Assert.ThrowsAsync<FhirOperationException>(() => _client.TransactionAsync(bad));

        Assert.Equal(Bundle.BundleType.TransactionResponse, answer.Type);
        Assert.All(answer.Entry, entry => Assert.StartsWith("201", entry.Response!.Status, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Outcome!.Issue, issue => issue.Expression!.Any(path => path!.StartsWith("Bundle.entry[", StringComparison.Ordinal)));
        Assert.Equal(3, (await _client.SearchAsync<Observation>(["_summary=count"]))!.Total);
    }

    [Fact]
    public async Task Lists_histories()
    {
        var made = (await _client.CreateAsync(Patient("history")))!;
        made.Active = true;
        await _client.UpdateAsync(made);
        await _client.DeleteAsync(made);

        var ofOne = (await _client.HistoryAsync($"Patient/{made.Id}"))!;
        var ofType = (await _client.TypeHistoryAsync<Patient>(pageSize: 2))!;
        var ofAll = (await _client.WholeSystemHistoryAsync())!;

        Assert.Equal([Bundle.HTTPVerb.DELETE, Bundle.HTTPVerb.PUT, Bundle.HTTPVerb.POST], ofOne.Entry.Select(entry => entry.Request!.Method!.Value));
        Assert.Equal(2, ofType.Entry.Count);
        Assert.Single((await _client.ContinueAsync(ofType))!.Entry);
        Assert.Equal(3, ofAll.Entry.Count);
    }

    [Fact]
    public async Task Does_the_same_in_JSON()
    {
        _client.Settings.PreferredFormat = ResourceFormat.Json;

        var made = (await _client.CreateAsync(Patient("json")))!;
        var found = (await _client.SearchAsync<Patient>([$"identifier={System}|json"]))!;

        Assert.True(Assert.Single(found.Entry).Resource!.IsExactly(made));
    }

    private static Patient Patient(string value) => new()
    {
        Identifier = [new Identifier(System, value)],
        Name = [new HumanName { Family = "Ünlü & <Sons>", Given = ["Ann"] }],
        Gender = AdministrativeGender.Female,
    };

    private static Bundle Transaction(int observations)
    {
        const string Subject = "urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a7d03";
        var bundle = new Bundle { Type = Bundle.BundleType.Transaction };
        Add(bundle, Patient("bundle"), Subject);
        for (var day = 1; day <= observations; day++)
        {
            Add(bundle, new Observation
            {
                Status = ObservationStatus.Final,
                Code = new CodeableConcept("http://loinc.org", "1742-6"),
                Subject = new ResourceReference(Subject),
                Effective = new FhirDateTime($"2026-03-{day:00}"),
                Value = new Quantity(20 + day, "U/L"),
            });
        }

        return bundle;
    }

    private static void Add(Bundle bundle, Resource resource, string? fullUrl = null)
        => bundle.Entry.Add(new() { FullUrl = fullUrl, Resource = resource, Request = new() { Method = Bundle.HTTPVerb.POST, Url = resource.TypeName } });

    private async Task<IReadOnlyList<string>> AllAsync(Bundle? page)
    {
        var ids = new List<string>();
        for (; page is not null; page = await _client.ContinueAsync(page)) ids.AddRange(page.Entry.Select(entry => entry.Resource!.Id!));
        return ids;
    }
}
