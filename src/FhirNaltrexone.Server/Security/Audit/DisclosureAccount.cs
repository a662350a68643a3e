using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Makes of a record of access that tells of a consented disclosure under 42 CFR Part 2 the Provenance that accounts for it to the patient
/// (profile part2-disclosure). It says nothing that the record of access does not say, and has its id.
/// </summary>
internal static class DisclosureAccount
{
    /// <summary>Resource type of the accounts.</summary>
    public const string Type = "Provenance";

    private const string Own = $"{Systems.Own}/StructureDefinition/";
    private const string Participation = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private const string Law = "https://www.ecfr.gov/current/title-42/part-2";

    /// <summary>Whether a record of access may tell of a disclosure: most do not, and need not be read.</summary>
    public static bool MayTell(ResourceVersion record) => record.Json.Span.IndexOf("\"42CFRPart2\""u8) >= 0;

    /// <summary>Writes the account.</summary>
    /// <param name="record">An AuditEvent of the service.</param>
    /// <param name="discloser">Name of the organisation that discloses.</param>
    /// <param name="lastUpdated">When it is stored.</param>
    /// <param name="version">Its version id.</param>
    /// <returns>Null when the record tells of no such disclosure.</returns>
    public static ReadOnlyMemory<byte>? Write(JsonElement record, string discloser, DateTimeOffset lastUpdated, int version)
    {
        if (!IsOfDisclosure(record)) return null;
        var entities = record.GetProperty("entity").EnumerateArray().ToList();
        var consent = entities.First(IsConsent);
        var recorded = ResourceLabels.Text(record, "recorded")!;
        var targets = entities.Where(IsPatient).Concat(entities.Where(IsDisclosed)).Select(entity => Copy(entity.GetProperty("what")));
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["resourceType"] = Type,
            ["id"] = ResourceLabels.Text(record, "id"),
            ["meta"] = new JsonObject
            {
                ["versionId"] = $"{version}",
                ["lastUpdated"] = FhirInstant.Write(lastUpdated),
                ["profile"] = new JsonArray(Own + "part2-disclosure"),
                ["security"] = Labels(record),
            },
            ["extension"] = new JsonArray(new JsonObject { ["url"] = Own + "redisclosure-notice", ["valueString"] = Notice(consent) }),
            ["target"] = new JsonArray([.. targets]),
            ["occurredDateTime"] = recorded,
            ["recorded"] = recorded,
            ["policy"] = new JsonArray(Law),
            ["reason"] = Reason(record),
            ["agent"] = Agents(record, discloser),
            ["entity"] = new JsonArray(new JsonObject { ["role"] = "source", ["what"] = Copy(consent.GetProperty("what")) }),
        });
    }

    private static bool IsOfDisclosure(JsonElement record)
        => record.TryGetProperty("entity", out var entities) && entities.EnumerateArray().Any(IsConsent) && entities.EnumerateArray().Any(IsDisclosed);

    private static bool IsConsent(JsonElement entity) => Code(entity, "type") == "Consent" && entity.TryGetProperty("detail", out _);

    private static bool IsPatient(JsonElement entity) => Code(entity, "role") == "1";

    private static bool IsDisclosed(JsonElement entity)
        => entity.TryGetProperty("securityLabel", out var labels) && labels.EnumerateArray().Any(label => ResourceLabels.Text(label, "code") == DisclosureTexts.Part2Label);

    private static string Notice(JsonElement consent)
        => ResourceLabels.Text(consent.GetProperty("detail").EnumerateArray().First(detail => ResourceLabels.Text(detail, "type") == AuditEventJson.NoticeDetail), "valueString")!;

    private static JsonArray Labels(JsonElement record)
    {
        var labels = ResourceLabels.Security(record).ToList();
        var all = new JsonArray([.. labels.Select(label => (JsonNode)Copy(label))]);

        // Whatever the record of access is labelled with, an account is shown to nobody who may not see what it tells of.
        foreach (var (system, code) in new[] { (Protection.Act, DisclosureTexts.Part2Label), (DisclosureTexts.LabelSystem, DisclosureTexts.Label) })
        {
            if (!labels.Exists(label => ResourceLabels.Text(label, "code") == code)) all.Add((JsonNode)new JsonObject { ["system"] = system, ["code"] = code });
        }

        return all;
    }

    private static JsonArray Reason(JsonElement record)
    {
        var purposes = record.GetProperty("agent").EnumerateArray()
            .SelectMany(agent => agent.TryGetProperty("purposeOfUse", out var list) ? list.EnumerateArray().ToArray() : []).Select(purpose => (JsonNode)Copy(purpose)).ToList();
        return purposes.Count > 0 ? new([.. purposes]) : [new JsonObject { ["text"] = "The recipient has said no purpose of use." }];
    }

    /// <summary>Who disclosed, and who received: the client, and its user where it has one, both for their organisation.</summary>
    private static JsonArray Agents(JsonElement record, string discloser)
    {
        var agents = record.GetProperty("agent").EnumerateArray().ToList();
        var people = agents.Where(agent => Code(agent, "type") == "IRCP").ToList();
        var organization = people.FirstOrDefault(agent => !agent.GetProperty("requestor").GetBoolean());
        var recipients = people.Where(agent => agent.GetProperty("requestor").GetBoolean()).Prepend(agents[0]);
        return
        [
            new JsonObject
            {
                ["type"] = Concept("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "author"),
                ["role"] = new JsonArray(Concept(Participation, "CST")),
                ["who"] = new JsonObject { ["display"] = discloser },
            },
            .. recipients.Select(agent => Recipient(agent, organization)),
        ];
    }

    private static JsonObject Recipient(JsonElement agent, JsonElement organization)
    {
        var recipient = new JsonObject { ["role"] = new JsonArray(Concept(Participation, "IRCP")), ["who"] = Who(agent.GetProperty("who")) };
        if (organization.ValueKind == JsonValueKind.Object) recipient["onBehalfOf"] = Copy(organization.GetProperty("who"));
        return recipient;
    }

    /// <summary>Another patient who received a record is named, but not referred to: the account is not theirs, and needs no consent of theirs.</summary>
    private static JsonObject Who(JsonElement who)
    {
        var reference = ResourceLabels.Text(who, "reference");
        return reference?.Split('/') is [.., "Patient", _] ? new() { ["display"] = reference } : Copy(who);
    }

    private static JsonObject Concept(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    /// <summary>Code of a Coding, or the first of a concept.</summary>
    private static string? Code(JsonElement element, string member)
    {
        if (!element.TryGetProperty(member, out var value)) return null;
        return value.TryGetProperty("coding", out var codings) ? ResourceLabels.Text(codings[0], "code") : ResourceLabels.Text(value, "code");
    }

    private static JsonObject Copy(JsonElement element) => JsonNode.Parse(element.GetRawText())!.AsObject();
}
