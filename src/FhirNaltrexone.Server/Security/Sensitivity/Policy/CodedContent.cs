using System.Text.Json;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>
/// All codes of a resource, wherever they stand, contained resources and entries included, the texts beside them, and what it refers to: read in one go,
/// because it is asked of every record of every call.
/// </summary>
/// <param name="Codes">Codes with their systems, aliases resolved.</param>
/// <param name="Texts">Texts, displays, titles and notes, with blanks for hyphens.</param>
/// <param name="References">References as they are written, those within the resource and in its meta included.</param>
/// <param name="PatientIds">Logical ids of the Patients it holds, itself included; ids of contained ones are no names.</param>
/// <param name="Resources">What was read; valid as long as the document is.</param>
internal sealed record CodedContent(
    IReadOnlyCollection<(string System, string Code)> Codes,
    IReadOnlyCollection<string> Texts,
    IReadOnlyCollection<string> References,
    IReadOnlyCollection<string> PatientIds,
    IReadOnlyList<JsonElement> Resources)
{
    /// <summary>System of canonicals and other addresses among the codes.</summary>
    private const string Addresses = "urn:ietf:rfc:3986";

    /// <summary>Reads a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="aliases">Other names of code systems.</param>
    public static CodedContent Of(JsonElement resource, IReadOnlyDictionary<string, string> aliases)
    {
        var reading = new Reading(aliases);
        reading.Walk(resource, isMeta: false);
        return new(reading.Codes, reading.Texts, reading.References, reading.PatientIds, [resource]);
    }

    /// <summary>What two resources say that belong together. Who the other is about, and what it refers to, is its own affair.</summary>
    public CodedContent With(CodedContent other)
        => this with { Codes = [.. Codes, .. other.Codes], Texts = [.. Texts, .. other.Texts], Resources = [.. Resources, .. other.Resources] };

    /// <summary>Whether a member is a text for people that says what a resource is about.</summary>
    public static bool IsText(JsonProperty member)
        => member.NameEquals("text"u8) || member.NameEquals("display"u8) || member.NameEquals("title"u8) || member.NameEquals("description"u8)
            || member.NameEquals("valueString"u8) || member.NameEquals("contentString"u8) || member.NameEquals("conclusion"u8) || member.NameEquals("summary"u8)
            || member.NameEquals("comment"u8) || member.NameEquals("patientInstruction"u8);

    /// <summary>A canonical that says what a resource is about, as a code; null for other members.</summary>
    public static (string System, string Code)? AddressOf(JsonProperty member)
        => member.NameEquals("questionnaire"u8) || member.NameEquals("uri"u8) ? (Addresses, member.Value.GetString()!.Split('|')[0]) : null;

    /// <summary>A text in the form that is compared.</summary>
    public static string Plain(string text) => text.Replace('-', ' ');

    private sealed class Reading(IReadOnlyDictionary<string, string> aliases)
    {
        private bool _isContained;

        public HashSet<(string System, string Code)> Codes { get; } = [];

        public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

        public HashSet<string> References { get; } = new(StringComparer.Ordinal);

        public HashSet<string> PatientIds { get; } = new(StringComparer.Ordinal);

        public void Walk(JsonElement element, bool isMeta)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) Walk(item, isMeta);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                WalkObject(element, isMeta);
            }
        }

        private void WalkObject(JsonElement element, bool isMeta)
        {
            var words = default(Words);
            foreach (var member in element.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String)
                {
                    // Labels in meta say how the resource is protected, not what it is about.
                    if (!isMeta && IsText(member)) Texts.Add(Plain(member.Value.GetString()!));
                    else if (!isMeta && AddressOf(member) is { } address) Codes.Add(address);
                    else words.Take(member);
                }
                else if (member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) continue;
                else if (member.NameEquals("meta"u8)) Walk(member.Value, isMeta: true);
                else if (member.NameEquals("contained"u8)) WalkContained(member.Value);
                else Walk(member.Value, isMeta);
            }

            if (words.Reference is { Length: > 0 } reference) References.Add(reference);
            if (words is { ResourceType: "Patient", Id: { } id } && !_isContained) PatientIds.Add(id);

            if (isMeta) return;
            if (words is { System: { } system, Code: { } code }) Codes.Add((aliases.GetValueOrDefault(system, system), code));
        }

        private void WalkContained(JsonElement contained)
        {
            _isContained = true;
            Walk(contained, isMeta: false);
            _isContained = false;
        }
    }

    /// <summary>The members of an object that count.</summary>
    private struct Words
    {
        public string? System;
        public string? Code;
        public string? Reference;
        public string? ResourceType;
        public string? Id;

        public void Take(JsonProperty member)
        {
            if (member.NameEquals("system"u8)) System = member.Value.GetString();
            else if (member.NameEquals("code"u8)) Code = member.Value.GetString();
            else if (member.NameEquals("reference"u8)) Reference = member.Value.GetString();
            else if (member.NameEquals("resourceType"u8)) ResourceType = member.Value.GetString();
            else if (member.NameEquals("id"u8)) Id = member.Value.GetString();
        }
    }
}
