using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>Somebody who can write to the database alters, removes and reorders records and links; the chain tells.</summary>
public sealed class AuditChainTests : IDisposable
{
    private readonly AuditedFhir _audited = new();

    public void Dispose() => _audited.Dispose();

    public static TheoryData<string> Injuries =>
    [
        // Records.
        "update resource_version set body = cast(replace(cast(body as text), 'clinic-app', 'someone-el') as blob) where number = (select number from resource where id = (select id from audit_chain where position = 3))",
        "update resource_version set body = cast(cast(body as text) || ' ' as blob) where number = (select number from resource where id = (select id from audit_chain where position = 1))",
        "delete from resource_version where number = (select number from resource where id = (select id from audit_chain where position = 4))",
        "delete from resource where id = (select id from audit_chain where position = 4)",
        "delete from resource where id = (select id from audit_chain where position = (select max(position) from audit_chain))",

        // Records added behind the back of the service, and records hidden from whoever reads them.
        "insert into resource select (select max(number) + 1 from resource), type, 'forged', version, (select max(sequence) + 1 from resource_version), updated, deleted from resource where id = (select id from audit_chain where position = 1); insert into resource_version select (select max(sequence) + 1 from resource_version), (select number from resource where id = 'forged'), 1, type, updated, change, body from resource_version where number = (select number from resource where id = (select id from audit_chain where position = 1))",
        "insert into resource_version select (select max(sequence) + 1 from resource_version), number, 2, type, updated, change, body from resource_version where number = (select number from resource where id = (select id from audit_chain where position = 1))",
        "update resource set deleted = 1 where id = (select id from audit_chain where position = 1)",
        "update resource set version = 2 where id = (select id from audit_chain where position = 1)",

        // Links.
        "delete from audit_chain where position = 3",
        "delete from audit_chain where position = 1",
        "delete from audit_chain where position = (select max(position) from audit_chain)",
        "delete from audit_chain where position > 2",
        "delete from audit_chain",
        "update audit_chain set content = (select content from audit_chain where position = 2) where position = 3",
        "update audit_chain set recorded = recorded + 1 where position = 3",
        "update audit_chain set expired = 1, recorded = 0 where position = 3",
        "update audit_chain set hash = (select hash from audit_chain where position = 2) where position = 3",

        // Both, and the order.
        "delete from resource where id = (select id from audit_chain where position = 4); delete from audit_chain where position = 4",
        "update audit_chain set position = -1 where position = 2; update audit_chain set position = 2 where position = 3; update audit_chain set position = 3 where position = -1",
        "update audit_chain set id = id || 'x' where position = 2; update audit_chain set id = (select substr(id, 1, 36) from audit_chain where position = 2), content = (select content from audit_chain where position = 2) where position = 5",
        "update audit_head set position = 3, hash = (select hash from audit_chain where position = 3)",
        "update audit_head set position = 0",
    ];

    [Theory]
    [MemberData(nameof(Injuries))]
    public async Task Any_injury_is_noticed(string sql)
    {
        await FillAsync();
        Assert.Empty(await _audited.VerifyAsync());
        Assert.True(_audited.Execute(sql) > 0);
        Assert.NotEmpty(await _audited.VerifyAsync());
    }

    [Fact]
    public async Task A_chain_cut_with_its_end_is_noticed_by_whoever_noted_an_end()
    {
        await FillAsync();
        var anchor = await _audited.HeadAsync();
        Assert.Empty(await _audited.VerifyAsync(anchor));
        _audited.Execute(
            "delete from resource_version where number in (select number from resource where id in (select id from audit_chain where position > 3)); delete from resource where id in (select id from audit_chain where position > 3); delete from audit_chain where position > 3; update audit_head set position = 3, hash = (select hash from audit_chain where position = 3)");
        Assert.Empty(await _audited.VerifyAsync());
        Assert.NotEmpty(await _audited.VerifyAsync(anchor));
    }

    [Fact]
    public async Task AuditEvents_of_clients_are_counted_and_are_no_defect()
    {
        await FillAsync();
        var app = AuditedFhir.Auditor with { Grants = [new(GrantContext.System, "AuditEvent", GrantedInteractions.Create)] };
        using (await _audited.Fhir.SendAsync(app, "POST", "/fhir/AuditEvent", """{"resourceType":"AuditEvent","type":{"code":"rest"},"recorded":"2026-03-01T08:00:00Z","agent":[{"requestor":true,"who":{"display":"theirs"}}],"source":{"observer":{"display":"x"}}}""")) { }
        var foreign = _audited.Scalar("select count(*) from resource_version where cast(body as text) like '%theirs%'");

        Assert.Empty(await _audited.VerifyAsync());
        Assert.Equal(foreign, await _audited.ForeignAsync());
        Assert.Equal("1", foreign);
    }

    [Fact]
    public async Task Records_of_card_settings_are_links_too()
    {
        using var audited = new AuditedFhir(("Cards:Maximum", "5"));
        using (await audited.Fhir.SendAsync(AuditedFhir.Clinic, "GET", "/fhir/Patient")) { }
        const string Record = "(select id from audit_chain where position = 1)";

        Assert.Contains("Card settings", audited.Scalar($"select cast(body as text) from resource_version where number = (select number from resource where id = {Record})"), StringComparison.Ordinal);
        Assert.Empty(await audited.VerifyAsync());
        Assert.Equal("0", await audited.ForeignAsync());
    }

    private async Task FillAsync()
    {
        for (var index = 0; index < 6; index++)
        {
            using var response = await _audited.Fhir.SendAsync(
                AuditedFhir.Clinic, "PUT", $"/fhir/Patient/p{index}", $$"""{"resourceType":"Patient","id":"p{{index}}"}""");
            Assert.True(response.IsSuccessStatusCode);
        }
    }
}
