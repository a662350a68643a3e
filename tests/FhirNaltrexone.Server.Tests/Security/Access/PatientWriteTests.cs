using System.Net;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>
/// The app of one patient changes that patient's record and no other: having measured, told or sent something about somebody lets it be seen, and gives no
/// right to write into their record.
/// </summary>
public sealed class PatientWriteTests : IDisposable
{
    private static readonly Caller App = new()
    {
        Id = "app",
        Issuer = "as",
        Patient = "a",
        User = "Patient/a",
        Grants = [new(GrantContext.Patient, null, (GrantedInteractions)31)],
    };

    private static readonly (string Type, string Body)[] Foreign =
    [
        ("Observation", "\"status\":\"final\",\"code\":{\"text\":\"ALT\"},\"subject\":{\"reference\":\"Patient/b\"},\"performer\":[{\"reference\":\"Patient/a\"}]"),
        ("Condition", "\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/b\"},\"asserter\":{\"reference\":\"Patient/a\"}"),
        ("AllergyIntolerance", "\"code\":{\"text\":\"x\"},\"patient\":{\"reference\":\"Patient/b\"},\"recorder\":{\"reference\":\"Patient/a\"}"),
        ("Procedure", "\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/b\"},\"performer\":[{\"actor\":{\"reference\":\"Patient/a\"}}]"),
        ("QuestionnaireResponse", "\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/b\"},\"author\":{\"reference\":\"Patient/a\"}"),
        ("MedicationRequest", "\"status\":\"active\",\"intent\":\"order\",\"medicationCodeableConcept\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/b\"},\"requester\":{\"reference\":\"Patient/a\"}"),
        ("MedicationAdministration", "\"status\":\"completed\",\"medicationCodeableConcept\":{\"text\":\"x\"},\"effectiveDateTime\":\"2026-03-01\",\"subject\":{\"reference\":\"Patient/b\"},\"performer\":[{\"actor\":{\"reference\":\"Patient/a\"}}]"),
        ("CarePlan", "\"status\":\"active\",\"intent\":\"plan\",\"subject\":{\"reference\":\"Patient/b\"},\"activity\":[{\"detail\":{\"status\":\"scheduled\",\"performer\":[{\"reference\":\"Patient/a\"}]}}]"),
        ("Communication", "\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/b\"},\"sender\":{\"reference\":\"Patient/a\"}"),
        ("Coverage", "\"status\":\"active\",\"beneficiary\":{\"reference\":\"Patient/b\"},\"payor\":[{\"reference\":\"Patient/a\"}]"),
        ("Appointment", "\"status\":\"booked\",\"start\":\"2026-03-01T08:00:00Z\",\"end\":\"2026-03-01T09:00:00Z\",\"participant\":[{\"actor\":{\"reference\":\"Patient/a\"},\"status\":\"accepted\"},{\"actor\":{\"reference\":\"Patient/b\"},\"status\":\"accepted\"}]"),
        ("Provenance", "\"target\":[{\"reference\":\"Patient/a\"},{\"reference\":\"Patient/b\"}],\"recorded\":\"2026-03-01T08:00:00Z\",\"agent\":[{\"who\":{\"reference\":\"Patient/a\"}}]"),
    ];

    private readonly AccessServer _server = new();

    public static TheoryData<string> TypeNames => [.. Foreign.Select(one => one.Type)];

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(TypeNames))]
    public async Task The_record_of_another_patient_is_closed_to_every_kind_of_change(string type)
    {
        var body = Foreign.Single(one => one.Type == type).Body;
        var own = body.Replace("Patient/b", "Patient/a", StringComparison.Ordinal);
        foreach (var patient in new[] { "a", "b" }) await _server.PutAsync(null, $$"""{"resourceType":"Patient","id":"{{patient}}"}""");
        await _server.PutAsync(null, Resource(type, "theirs", body));
        await _server.PutAsync(null, Resource(type, "mine", own));

        foreach (var (action, status) in new[]
        {
            ("create", await StatusAsync("POST", type, Resource(type, null, body))),
            ("conditional create", await StatusAsync("POST", type, Resource(type, null, body), ("If-None-Exist", "_id=nothing"))),
            ("update of theirs", await StatusAsync("PUT", $"{type}/theirs", Resource(type, "theirs", body + ",\"language\":\"en\""))),
            ("taking theirs", await StatusAsync("PUT", $"{type}/theirs", Resource(type, "theirs", own))),
            ("giving mine", await StatusAsync("PUT", $"{type}/mine", Resource(type, "mine", body))),
            ("conditional update", await StatusAsync("PUT", $"{type}?_id=theirs", Resource(type, null, body + ",\"language\":\"en\""))),
            ("patch", await StatusAsync("PATCH", $"{type}/theirs", """[{"op":"add","path":"/language","value":"de"}]""", ("Content-Type", "application/json-patch+json"))),
            ("conditional patch", await StatusAsync("PATCH", $"{type}?_id=theirs", """[{"op":"add","path":"/language","value":"de"}]""", ("Content-Type", "application/json-patch+json"))),
            ("meta", await StatusAsync("POST", $"{type}/theirs/$meta-add", """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"x"}]}}]}""")),
            ("delete", await StatusAsync("DELETE", $"{type}/theirs")),
            ("conditional delete", await StatusAsync("DELETE", $"{type}?_id=theirs")),
            ("create in a transaction", await StatusAsync("POST", "", Transaction("POST", type, Resource(type, null, body)))),
            ("update in a transaction", await StatusAsync("POST", "", Transaction("PUT", $"{type}/theirs", Resource(type, "theirs", own)))),
            ("delete in a transaction", await StatusAsync("POST", "", Transaction("DELETE", $"{type}/theirs", null))),
        })
        {
            // Who ordered something for another patient does not even see it: there is nothing to change.
            var isAbsent = type == "MedicationRequest" && (status is HttpStatusCode.NotFound or HttpStatusCode.NoContent || action == "delete in a transaction");
            Assert.True(isAbsent || status == HttpStatusCode.Forbidden, $"{action} {type}: {(int)status}");
        }

        Assert.Equal("1", (string?)(await _server.GetAsync(null, $"{type}/theirs"))["meta"]!["versionId"]);
        Assert.Equal("1", (string?)(await _server.GetAsync(null, $"{type}/mine"))["meta"]!["versionId"]);
        Assert.Equal(2, (int?)(await _server.GetAsync(null, $"{type}?_summary=count"))["total"]);
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public async Task The_own_record_may_be_written(string type)
    {
        var own = Foreign.Single(one => one.Type == type).Body.Replace("Patient/b", "Patient/a", StringComparison.Ordinal);
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"a"}""");
        await _server.PutAsync(null, Resource(type, "mine", own));

        Assert.Equal(HttpStatusCode.Created, await StatusAsync("POST", type, Resource(type, null, own)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("PUT", $"{type}/mine", Resource(type, "mine", own + ",\"language\":\"en\"")));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync("DELETE", $"{type}/mine"));
    }

    private static string Resource(string type, string? id, string body)
        => id is null ? $$"""{"resourceType":"{{type}}",{{body}}}""" : $$"""{"resourceType":"{{type}}","id":"{{id}}",{{body}}}""";

    private static string Transaction(string method, string url, string? resource)
        => $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{ {{{(resource is null ? "" : $"\"resource\":{resource},")}}}"request":{"method":"{{{method}}}","url":"{{{url}}}"}}]}""";

    private async Task<HttpStatusCode> StatusAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await _server.SendAsync(App, method, path, body, headers);
        return response.StatusCode;
    }
}
