using System.Text.Json;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>
/// Patients a resource is about without a link to them: by identifier (FHIR R4, references, logical references), contained in it, or by a name for people
/// alone.
/// </summary>
/// <param name="Identifiers">System and value of each that has an identifier.</param>
/// <param name="HasNameless">Whether there is one whom nothing identifies.</param>
internal sealed record UnlinkedSubjects(IReadOnlySet<(string System, string Value)> Identifiers, bool HasNameless)
{
    private const string Patient = "Patient";

    /// <summary>Whether there is any.</summary>
    public bool IsAny => HasNameless || Identifiers.Count > 0;

    /// <summary>Reads a resource.</summary>
    public static UnlinkedSubjects Of(JsonElement resource)
    {
        var reading = new Reading();
        reading.Walk(resource, isSubject: false, isContained: false);
        return new(reading.Identifiers, reading.HasNameless);
    }

    private sealed class Reading
    {
        public HashSet<(string System, string Value)> Identifiers { get; } = [];

        public bool HasNameless { get; private set; }

        public void Walk(JsonElement element, bool isSubject, bool isContained)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) Walk(item, isSubject, isContained);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (isContained && ResourceLabels.Text(element, "resourceType") == Patient) Add(element.TryGetProperty("identifier", out var own) ? own : default);
                else if (IsPatient(element, isSubject)) Add(element.TryGetProperty("identifier", out var logical) ? logical : default);
                foreach (var member in element.EnumerateObject())
                    Walk(member.Value, IsSubject(member), isContained || member.NameEquals("contained"u8));
            }
        }

        // Members that say whom a record is about; what stands there without a type may be a patient.
        private static bool IsSubject(JsonProperty member)
            => member.NameEquals("subject"u8) || member.NameEquals("patient"u8) || member.NameEquals("for"u8) || member.NameEquals("beneficiary"u8)
                || member.NameEquals("securityContext"u8);

        /// <summary>Whether an element is a reference to a patient that has no literal one.</summary>
        private static bool IsPatient(JsonElement element, bool isSubject)
            => (ResourceLabels.Text(element, "type") is { } type ? type == Patient && IsReference(element) : isSubject)
                && ResourceLabels.Text(element, "reference") is null;

        // Much has a type; references have nothing else than these.
        private static bool IsReference(JsonElement element)
            => element.EnumerateObject().All(member => member.Name is "type" or "identifier" or "display" or "extension" or "id" or "_type" or "_display");

        private void Add(JsonElement identifier)
        {
            var items = identifier.ValueKind == JsonValueKind.Array ? identifier.EnumerateArray().ToArray() : [identifier];
            var known = items.Where(item => ResourceLabels.Text(item, "value") is { Length: > 0 })
                .Select(item => (ResourceLabels.Text(item, "system") ?? string.Empty, ResourceLabels.Text(item, "value")!)).ToList();
            Identifiers.UnionWith(known);
            HasNameless |= known.Count == 0;
        }
    }
}
