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
    List<(string System, string Code)> Codes,
    List<string> Texts,
    List<string> References,
    List<string> PatientIds,
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

    /// <summary>A canonical that says what a resource is about, as a code.</summary>
    /// <param name="address">Value of a <see cref="ContentMember.Address"/>.</param>
    public static (string System, string Code) AddressOf(JsonElement address) => (Addresses, address.GetString()!.Split('|')[0]);

    /// <summary>A text in the form that is compared.</summary>
    public static string Plain(string text) => text.Replace('-', ' ');

    private sealed class Reading(IReadOnlyDictionary<string, string> aliases)
    {
        private bool _isContained;

        public List<(string System, string Code)> Codes { get; } = [];

        public List<string> Texts { get; } = [];

        public List<string> References { get; } = [];

        public List<string> PatientIds { get; } = [];

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
                var value = member.Value;
                if (value.ValueKind == JsonValueKind.String) Take(ref words, ContentMembers.Of(member), value, isMeta);
                else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) WalkMember(ContentMembers.Of(member), value, isMeta);
            }

            if (words.Reference is { Length: > 0 } reference) References.Add(reference);
            if (words is { ResourceType: "Patient", Id: { } id } && !_isContained) PatientIds.Add(id);
            if (!isMeta && words is { System: { } system, Code: { } code }) Codes.Add((aliases.GetValueOrDefault(system, system), code));
        }

        private void WalkMember(ContentMember member, JsonElement value, bool isMeta)
        {
            var outer = _isContained;
            _isContained |= member == ContentMember.Contained;
            Walk(value, isMeta || member == ContentMember.Meta);
            _isContained = outer;
        }

        // Labels in meta say how the resource is protected, not what it is about.
        private void Take(ref Words words, ContentMember member, JsonElement value, bool isMeta)
        {
            switch (member)
            {
                case ContentMember.Text when !isMeta: Texts.Add(Plain(value.GetString()!)); break;
                case ContentMember.Address when !isMeta: Codes.Add(AddressOf(value)); break;
                case ContentMember.System: words.System = value.GetString(); break;
                case ContentMember.Code: words.Code = value.GetString(); break;
                case ContentMember.Reference: words.Reference = value.GetString(); break;
                case ContentMember.ResourceType: words.ResourceType = value.GetString(); break;
                case ContentMember.Id: words.Id = value.GetString(); break;
                default: break;
            }
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
    }
}
