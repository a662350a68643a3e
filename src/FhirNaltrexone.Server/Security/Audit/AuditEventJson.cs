using System.Buffers;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Writes AuditEvents after IHE Basic Audit Log Patterns 1.1.3: who asked what of whom, for which patient, with which end; references only, never what
/// the resources say.
/// </summary>
internal static class AuditEventJson
{
    private const string Participation = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private const string EntityTypes = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private const string Roles = "http://terminology.hl7.org/CodeSystem/object-role";
    private const string RequestIds = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private const string ResourceTypes = "http://hl7.org/fhir/resource-types";
    private const string Product = "FhirNaltrexone";

    /// <summary>Type of the detail of a consent that holds the notice.</summary>
    public const string NoticeDetail = "notice";

    /// <summary>Writes an event.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="id">Id of the resource.</param>
    /// <returns>The resource as it is stored.</returns>
    public static ReadOnlyMemory<byte> Write(AuditFact fact, string id)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        var recorded = FhirInstant.Write(fact.Recorded);
        json.WriteString("resourceType", "AuditEvent");
        json.WriteString("id", id);
        json.WriteStartObject("meta");
        json.WriteString("versionId", "1");
        json.WriteString("lastUpdated", recorded);
        if (fact.Consented is { } disclosure)
        {
            json.WriteStartArray("security");
            foreach (var (system, code) in disclosure.Labels) Coding(json, null, system, code);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        Coding(json, "type", "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation");
        json.WriteStartArray("subtype");
        Coding(json, null, "http://hl7.org/fhir/restful-interaction", fact.Request.Interaction.Code);
        if (EmergencyOf(fact) is not null) Coding(json, null, Systems.ActReason, "BTG", "break the glass");
        json.WriteEndArray();
        json.WriteString("action", fact.Request.Interaction.Action.ToString());
        json.WriteString("recorded", recorded);
        json.WriteString("outcome", fact.Outcome);
        if (fact.Status is { } status) json.WriteString("outcomeDesc", $"HTTP status {status}");
        Agents(json, fact);
        json.WriteStartObject("source");
        json.WriteStartObject("observer");
        json.WriteString("display", Product);
        json.WriteEndObject();
        json.WriteStartArray("type");
        Coding(json, null, "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server");
        json.WriteEndArray();
        json.WriteEndObject();
        Entities(json, fact);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>
    /// Who asks is the source (110153) and this service the destination (110152); where content is read it flows the other way, and so do the roles
    /// (BALP, Basic Read).
    /// </summary>
    private static void Agents(Utf8JsonWriter json, AuditFact fact)
    {
        var isRead = fact.Request.Interaction.Action == 'R';
        var caller = fact.Caller;
        var user = caller?.User ?? fact.User;
        json.WriteStartArray("agent");
        json.WriteStartObject();
        Type(json, Systems.Dicom, isRead ? "110152" : "110153", isRead ? "Destination Role ID" : "Source Role ID");
        json.WriteStartObject("who");
        if (caller is null)
        {
            json.WriteString("display", "not authenticated");
        }
        else
        {
            json.WriteStartObject("identifier");
            if (caller.Issuer is { Length: > 0 } issuer && Uri.IsWellFormedUriString(issuer, UriKind.Absolute)) json.WriteString("system", issuer);
            json.WriteString("value", caller.Id);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("requestor", user is null);
        if (caller?.Token is { } token) Strings(json, "policy", $"urn:jti:{Uri.EscapeDataString(token)}");
        if (fact.Request.Address is { } address)
        {
            json.WriteStartObject("network");
            json.WriteString("address", address);
            json.WriteString("type", "2");
            json.WriteEndObject();
        }

        if (user is null) Purpose(json, fact);
        json.WriteEndObject();

        json.WriteStartObject();
        Type(json, Systems.Dicom, isRead ? "110153" : "110152", isRead ? "Source Role ID" : "Destination Role ID");
        json.WriteStartObject("who");
        json.WriteString("display", Product);
        json.WriteEndObject();
        json.WriteBoolean("requestor", false);
        json.WriteEndObject();

        if (user is not null)
        {
            json.WriteStartObject();
            Type(json, Participation, "IRCP", "information recipient");
            Reference(json, "who", user);
            json.WriteBoolean("requestor", true);
            Purpose(json, fact);
            json.WriteEndObject();
        }

        if (fact.Consented is not null && caller?.Organization is { } organization)
        {
            json.WriteStartObject();
            Type(json, Participation, "IRCP", "information recipient");
            Organization(json, organization);
            json.WriteBoolean("requestor", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A declaration is for one patient: what was seen of others meanwhile was seen without it.</summary>
    private static Emergency? EmergencyOf(AuditFact fact)
        => fact.Caller?.Emergency is { } emergency && (fact.Patient is null || fact.Patient == emergency.Patient) ? emergency : null;

    private static void Purpose(Utf8JsonWriter json, AuditFact fact)
    {
        var emergency = EmergencyOf(fact);
        if ((emergency is null ? fact.Caller?.Purpose : "BTG") is not { } purpose) return;
        json.WriteStartArray("purposeOfUse");
        json.WriteStartObject();
        json.WriteStartArray("coding");
        Coding(json, null, Systems.ActReason, purpose);
        json.WriteEndArray();
        if (emergency is not null) json.WriteString("text", emergency.Reason);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Entities(Utf8JsonWriter json, AuditFact fact)
    {
        if (fact.Resource is null && fact.Patient is null && fact.Request.Query is null && fact.Request.Id is null) return;
        json.WriteStartArray("entity");
        if (fact.Resource is { } resource) Entity(json, "2", "System Object", "4", "Domain Resource", () => Reference(json, "what", resource));
        if (fact.Patient is { } patient) Entity(json, "1", "Person", "1", "Patient", () => Reference(json, "what", ReferenceTarget.IsId(patient) ? $"Patient/{patient}" : patient));
        if (fact.Consented is { } disclosure) Consented(json, disclosure);
        if (fact.Request.Query is { } query)
        {
            var sent = Encoding.UTF8.GetBytes(fact.Request.Form is { } form ? $"{query}\n{form}" : query);
            Entity(json, "2", "System Object", "24", "Query", () => json.WriteBase64String("query", sent));
        }

        if (fact.Request.Id is { } id)
        {
            json.WriteStartObject();
            json.WriteStartObject("what");
            json.WriteStartObject("identifier");
            json.WriteString("value", id);
            json.WriteEndObject();
            json.WriteEndObject();
            Coding(json, "type", RequestIds, "XrequestId");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The consent with the notice, and each record that it permitted, known by the label of the law.</summary>
    private static void Consented(Utf8JsonWriter json, ConsentedPart disclosure)
    {
        json.WriteStartObject();
        Reference(json, "what", disclosure.Consent);
        Coding(json, "type", ResourceTypes, "Consent");
        Coding(json, "role", Roles, "4", "Domain Resource");
        json.WriteStartArray("detail");
        json.WriteStartObject();
        json.WriteString("type", NoticeDetail);
        json.WriteString("valueString", disclosure.Notice);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        foreach (var record in disclosure.Records)
        {
            Entity(json, "2", "System Object", "4", "Domain Resource", () =>
            {
                Reference(json, "what", record);
                json.WriteStartArray("securityLabel");
                Coding(json, null, DisclosureTexts.LabelSystem, DisclosureTexts.Part2Label);
                json.WriteEndArray();
            });
        }
    }

    /// <summary>An organisation is known by a reference, or by <c>system|value</c>.</summary>
    private static void Organization(Utf8JsonWriter json, string organization)
    {
        var bar = organization.IndexOf('|', StringComparison.Ordinal);
        json.WriteStartObject("who");
        if (bar < 0)
        {
            json.WriteString("reference", organization);
        }
        else
        {
            json.WriteStartObject("identifier");
            if (bar > 0) json.WriteString("system", organization[..bar]);
            json.WriteString("value", organization[(bar + 1)..]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Entity(Utf8JsonWriter json, string type, string typeText, string role, string roleText, Action content)
    {
        json.WriteStartObject();
        content();
        Coding(json, "type", EntityTypes, type, typeText);
        Coding(json, "role", Roles, role, roleText);
        json.WriteEndObject();
    }

    /// <summary>What is on a server that nobody has named cannot be referred to: its own reference identifies it there.</summary>
    private static void Reference(Utf8JsonWriter json, string name, string reference)
    {
        json.WriteStartObject(name);
        if (reference.StartsWith(ForeignName.Nowhere, StringComparison.Ordinal))
        {
            json.WriteStartObject("identifier");
            json.WriteString("value", reference[ForeignName.Nowhere.Length..]);
            json.WriteEndObject();
        }
        else
        {
            // A record that a client sent without an id has a name for people only.
            json.WriteString(reference.Contains('/', StringComparison.Ordinal) ? "reference" : "display", reference);
        }

        json.WriteEndObject();
    }

    private static void Type(Utf8JsonWriter json, string system, string code, string display)
    {
        json.WriteStartObject("type");
        json.WriteStartArray("coding");
        Coding(json, null, system, code, display);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Coding(Utf8JsonWriter json, string? name, string system, string code, string? display = null)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("system", system);
        json.WriteString("code", code);
        if (display is not null) json.WriteString("display", display);
        json.WriteEndObject();
    }
}
