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
            "delete from resource where id in (select id from audit_chain where position > 3); delete from audit_chain where position > 3; update audit_head set position = 3, hash = (select hash from audit_chain where position = 3)");
        Assert.Empty(await _audited.VerifyAsync());
        Assert.NotEmpty(await _audited.VerifyAsync(anchor));
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
