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
        // Name in ActivityDefinition, then name in the resource when it is another one.
        ["ServiceRequest"] =
            ["priority", "doNotPerform", "code", "timingDateTime:occurrenceDateTime", "timingPeriod:occurrencePeriod", "timingTiming:occurrenceTiming", "bodySite"],
        ["MedicationRequest"] =
            ["priority", "doNotPerform", "productCodeableConcept:medicationCodeableConcept", "dosage:dosageInstruction"],
        ["Task"] =
            ["priority", "code", "description", "timingPeriod:executionPeriod"],
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
            ? new ActivityTemplate(kind, Write(url, definition, kind, elements), ElementPath.Parse(kind, kind == "Task" ? "for.reference" : "subject.reference")!)
            : null;
    }

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

        var needed = kind == "MedicationRequest" ? "productCodeableConcept" : "code";
        foreach (var name in new[] { "intent", needed }.Where(name => definition.Child(name) is null))
        {
            problems.Add(url, $"has no {name}, which a {kind} needs");
        }

        return problems.Count == before;
    }

    private static JsonElement Write(string url, JsonElement definition, string kind, string[] elements)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", kind);
            WriteOrigin(writer, kind, url);
            writer.WriteString("status", "draft");
            writer.WriteString("intent", definition.Text("intent"));
            foreach (var element in elements.Select(element => element.Split(':')))
            {
                if (definition.Child(element[0]) is { } value)
                {
                    writer.WritePropertyName(element[^1]);
                    value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    // Task has at most one definition, requests have a list.
    private static void WriteOrigin(Utf8JsonWriter writer, string kind, string url)
    {
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
