using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Knowledge.Suggestions;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>
/// The resource an ActivityDefinition describes, complete but for its subject: what <c>$apply</c> would make of it (FHIR R4, ActivityDefinition
/// section 9.10).
/// </summary>
internal sealed record ActivityTemplate(string Kind, JsonElement Resource, ElementPath Subject)
{
    private static readonly Dictionary<string, string[]> Supported = new(StringComparer.Ordinal)
    {
        // Name in ActivityDefinition, then name in the resource when it is another one, with [] where that one is a list.
        ["ServiceRequest"] =
            ["priority", "doNotPerform", "code", "timingDateTime:occurrenceDateTime", "timingPeriod:occurrencePeriod", "timingTiming:occurrenceTiming", "bodySite",
            "quantity:quantityQuantity", "location:locationReference[]"],
        ["MedicationRequest"] =
            ["priority", "doNotPerform", "productCodeableConcept:medicationCodeableConcept", "productReference:medicationReference", "dosage:dosageInstruction"],
        ["Task"] =
            ["priority", "code", "description", "timingPeriod:executionPeriod"],
        ["CommunicationRequest"] =
            ["priority", "doNotPerform", "code:category[]", "timingDateTime:occurrenceDateTime", "timingPeriod:occurrencePeriod"],
        ["DeviceRequest"] =
            ["priority", "code:codeCodeableConcept", "timingDateTime:occurrenceDateTime", "timingPeriod:occurrencePeriod", "timingTiming:occurrenceTiming"],
    };

    // Requests without intent in R4; they do not say either by which definition they were made.
    private static readonly HashSet<string> WithoutIntent = ["CommunicationRequest"];

    // What $apply makes something of that is no copy.
    private static readonly HashSet<string> Applied = new(StringComparer.Ordinal)
    {
        "library", "profile", "participant", "dynamicValue", "timingDateTime", "timingPeriod", "timingTiming", "timingAge", "timingRange", "timingDuration",
    };

    // What an ActivityDefinition says about itself and not about the resource.
    private static readonly HashSet<string> Metadata = new(StringComparer.Ordinal)
    {
        "resourceType", "id", "meta", "implicitRules", "language", "text", "extension", "url", "identifier", "version", "name", "title", "subtitle",
        "status", "experimental", "subjectCodeableConcept", "date", "publisher", "contact", "description", "useContext", "jurisdiction", "purpose",
        "usage", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod", "topic", "author", "editor", "reviewer", "endorser",
        "relatedArtifact", "kind", "intent",
    };

    /// <summary>Builds the template; null, with the problems noted, when the ActivityDefinition asks for what is not supported.</summary>
    public static ActivityTemplate? Build(string url, JsonElement definition, ProblemList problems)
    {
        var kind = definition.Text("kind") ?? string.Empty;
        if (!Supported.TryGetValue(kind, out var elements))
        {
            problems.Add(url, $"is of kind '{kind}'; one of {string.Join(", ", Supported.Keys)} is needed");
            return null;
        }

        return Check(url, definition, kind, elements, problems)
            ? Of(kind, Write(url, definition, kind, elements, definition.Text("intent")!))
            : null;
    }

    /// <summary>Builds the template for <c>$apply</c>, where an integrator's definition may say more than is carried over.</summary>
    /// <param name="url">Canonical URL of the definition, with its version.</param>
    /// <param name="definition">The ActivityDefinition.</param>
    /// <param name="intent">Intent of the resource.</param>
    /// <param name="lost">Takes the names of elements that are not carried over.</param>
    /// <returns>The template; null when the kind is none that can be made.</returns>
    public static ActivityTemplate? Draft(string? url, JsonElement definition, string intent, List<string> lost)
    {
        var kind = definition.Text("kind") ?? string.Empty;
        if (!Supported.TryGetValue(kind, out var elements))
        {
            return null;
        }

        lost.AddRange(definition.EnumerateObject().Select(property => property.Name)
            .Where(name => name[0] != '_' && !Metadata.Contains(name) && !Applied.Contains(name) && !elements.Any(element => element.Split(':')[0] == name)));
        return Of(kind, Write(url, definition, kind, elements, intent));
    }

    private static ActivityTemplate Of(string kind, JsonElement resource)
        => new(kind, resource, ElementPath.Parse(kind, kind == "Task" ? "for.reference" : "subject.reference")!);

    /// <summary>An element that would silently be lost is a problem: the suggestion would differ from what was reviewed.</summary>
    private static bool Check(string url, JsonElement definition, string kind, string[] elements, ProblemList problems)
    {
        var before = problems.Count;
        foreach (var property in definition.EnumerateObject().Select(property => property.Name))
        {
            if (!Metadata.Contains(property) && !elements.Any(element => element.Split(':')[0] == property))
            {
                problems.Add(url, $"has the element {property}, which is not carried over to a {kind}");
            }
        }

        var needed = kind switch
        {
            "MedicationRequest" => "productCodeableConcept",
            "CommunicationRequest" => "intent",
            _ => "code",
        };
        foreach (var name in new[] { "intent", needed }.Distinct().Where(name => definition.Child(name) is null))
        {
            problems.Add(url, $"has no {name}, which a {kind} needs");
        }

        return problems.Count == before;
    }

    private static JsonElement Write(string? url, JsonElement definition, string kind, string[] elements, string intent)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", kind);
            WriteOrigin(writer, kind, url);
            writer.WriteString("status", "draft");
            if (!WithoutIntent.Contains(kind)) writer.WriteString("intent", intent);
            foreach (var element in elements.Select(element => element.Split(':')))
            {
                if (definition.Child(element[0]) is { } value) WriteElement(writer, element[^1], value);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void WriteElement(Utf8JsonWriter writer, string name, JsonElement value)
    {
        var isList = name.EndsWith("[]", StringComparison.Ordinal);
        writer.WritePropertyName(isList ? name[..^2] : name);
        if (isList) writer.WriteStartArray();
        value.WriteTo(writer);
        if (isList) writer.WriteEndArray();
    }

    // Task has at most one definition, requests have a list.
    private static void WriteOrigin(Utf8JsonWriter writer, string kind, string? url)
    {
        if (url is null || WithoutIntent.Contains(kind))
        {
            return;
        }

        if (kind == "Task")
        {
            writer.WriteString("instantiatesCanonical", url);
            return;
        }

        writer.WriteStartArray("instantiatesCanonical");
        writer.WriteStringValue(url);
        writer.WriteEndArray();
    }
}
