using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Rest.Capability;

/// <summary>Writes the CapabilityStatement (FHIR R4) out of what is there: search parameters, options, operations.</summary>
internal sealed class CapabilityWriter(
    SearchParameterSet parameters, OperationTable operations, IReadOnlyList<TypeExtension> extensions, RestOptions rest, InteractionOptions interactions)
{
    private const string AuditType = "AuditEvent";

    private static readonly string[] TypeInteractions =
        ["read", "vread", "update", "patch", "delete", "history-instance", "history-type", "create", "search-type"];

    private static readonly string[] ReadingInteractions = ["read", "vread", "history-instance", "history-type", "search-type"];

    private static readonly string[] SystemInteractions = ["transaction", "batch", "history-system", "search-system"];
    private static readonly string[] Formats = ["application/fhir+json", "application/fhir+xml", "json", "xml"];
    private static readonly string[] PatchFormats = ["application/json-patch+json", "application/fhir+json", "application/fhir+xml"];

    private static readonly (string Name, string Type, string Definition)[] Common =
    [
        ("_id", "token", "http://hl7.org/fhir/SearchParameter/Resource-id"),
        ("_lastUpdated", "date", "http://hl7.org/fhir/SearchParameter/Resource-lastUpdated"),
        ("_content", "string", "http://hl7.org/fhir/SearchParameter/Resource-content"),
        ("_text", "string", "http://hl7.org/fhir/SearchParameter/DomainResource-text"),
        ("_list", "string", "http://hl7.org/fhir/SearchParameter/Resource-list"),
        ("_has", "string", "http://hl7.org/fhir/SearchParameter/Resource-has"),
        ("_filter", "special", "http://hl7.org/fhir/SearchParameter/filter"),
    ];

    // Those that are followed to every resource they name.
    private readonly IReadOnlyList<SearchParameter> _followed =
        [.. parameters.All.Where(one => one.Type == SearchParameterType.Reference && !one.IsCanonical)];

    /// <summary>The statement as UTF-8 JSON.</summary>
    /// <param name="now">Its date.</param>
    /// <param name="security">Addresses of the authorization server by name; null when security is not enforced.</param>
    /// <param name="isCors">Whether pages of some origin may call.</param>
    public ReadOnlyMemory<byte> Write(DateTimeOffset now, IReadOnlyList<KeyValuePair<string, string>>? security, bool isCors)
    {
        var buffer = new ArrayBufferWriter<byte>(512 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("kind", "instance");
        WriteSoftware(json);
        json.WriteString("fhirVersion", "4.0.1");
        WriteStrings(json, "format", Formats);
        WriteStrings(json, "patchFormat", PatchFormats);
        WriteRest(json, security, isCors);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteSoftware(Utf8JsonWriter json)
    {
        json.WriteStartObject("software");
        json.WriteString("name", "FhirNaltrexone");
        json.WriteString("version", Assembly.GetExecutingAssembly().GetName().Version!.ToString(3));
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", "FHIR R4 server with CDS Hooks for naltrexone");
        if (rest.PublicBase is { } address) json.WriteString("url", address.TrimEnd('/'));
        json.WriteEndObject();
    }

    private void WriteRest(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>>? security, bool isCors)
    {
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteString("documentation", "All resource types alike. Dates without a zone are read in the configured zone, UTC unless set. Transactions are atomic.");
        if (security is not null) WriteSecurity(json, security, isCors);
        json.WriteStartArray("resource");

        // Where callers are asked who they are, records of access are the service's own.
        foreach (var type in ResourceTypes.All) WriteType(json, type, isWritten: security is null || type != AuditType);
        json.WriteEndArray();
        WriteInteractions(json, SystemInteractions);
        WriteParameters(json, []);
        WriteOperations(json, OperationLevels.System, null);
        var compartments = ResourceTypes.All.Where(parameters.IsCompartment);
        WriteStrings(json, "compartment", compartments.Select(type => "http://hl7.org/fhir/CompartmentDefinition/" + type.ToLowerInvariant()));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>SMART App Launch 2.2, conformance: the addresses also where clients looked for them before version 2.</summary>
    private static void WriteSecurity(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> addresses, bool isCors)
    {
        json.WriteStartObject("security");
        if (addresses.Count > 0)
        {
            json.WriteStartArray("extension");
            json.WriteStartObject();
            json.WriteStartArray("extension");
            foreach (var (name, address) in addresses)
            {
                json.WriteStartObject();
                json.WriteString("url", name);
                json.WriteString("valueUri", address);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("url", "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteBoolean("cors", isCors);
        json.WriteStartArray("service");
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", "http://terminology.hl7.org/CodeSystem/restful-security-service");
        json.WriteString("code", "SMART-on-FHIR");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteType(Utf8JsonWriter json, string type, bool isWritten)
    {
        json.WriteStartObject();
        WriteExtensions(json, type);
        json.WriteString("type", type);
        WriteInteractions(json, isWritten ? TypeInteractions : ReadingInteractions);
        json.WriteString("versioning", "versioned");
        json.WriteBoolean("readHistory", true);
        json.WriteBoolean("updateCreate", isWritten && interactions.IsUpdateCreateAllowed);
        json.WriteBoolean("conditionalCreate", isWritten);
        json.WriteString("conditionalRead", "full-support");
        json.WriteBoolean("conditionalUpdate", isWritten);
        json.WriteString("conditionalDelete", !isWritten ? "not-supported" : interactions.MaxConditionalDeletes > 1 ? "multiple" : "single");
        WriteStrings(json, "referencePolicy", ["literal", "local"]);
        WriteStrings(json, "searchInclude", ["*", .. _followed.Where(one => one.Base == type).Select(one => $"{type}:{one.Code}")]);
        WriteStrings(json, "searchRevInclude", ["*", .. _followed.Where(one => MayReferTo(one, type)).Select(one => $"{one.Base}:{one.Code}")]);
        WriteParameters(json, parameters.For(type));
        WriteOperations(json, OperationLevels.Type | OperationLevels.Instance, type);
        json.WriteEndObject();
    }

    private static bool MayReferTo(SearchParameter parameter, string type)
        => parameter.Targets.Count == 0 || parameter.Targets.Contains(type);

    private void WriteExtensions(Utf8JsonWriter json, string type)
    {
        var own = extensions.Where(one => one.Type == type).ToList();
        if (own.Count == 0) return;
        json.WriteStartArray("extension");
        foreach (var one in own)
        {
            json.WriteStartObject();
            json.WriteString("url", one.Url);
            json.WriteString("valueCanonical", one.Canonical);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInteractions(Utf8JsonWriter json, string[] codes)
    {
        json.WriteStartArray("interaction");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParameters(Utf8JsonWriter json, IReadOnlyList<SearchParameter> own)
    {
        json.WriteStartArray("searchParam");
        foreach (var (name, kind, definition) in Common) WriteParameter(json, name, definition, kind);
        foreach (var one in own) WriteParameter(json, one.Code, one.Url, one.Type.ToString().ToLowerInvariant());
        json.WriteEndArray();
    }

    private static void WriteParameter(Utf8JsonWriter json, string name, string definition, string kind)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("definition", definition);
        json.WriteString("type", kind);
        json.WriteEndObject();
    }

    private void WriteOperations(Utf8JsonWriter json, OperationLevels levels, string? type)
    {
        var listed = operations.All
            .Where(one => (one.Levels & levels) != 0 && (type is null || one.Types.Count == 0 || one.Types.Contains(type)))
            .ToList();
        if (listed.Count == 0) return;
        json.WriteStartArray("operation");
        foreach (var operation in listed)
        {
            json.WriteStartObject();
            json.WriteString("name", operation.Name);
            json.WriteString("definition", operation.Definition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
