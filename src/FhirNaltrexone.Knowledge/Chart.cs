using System.Text.Json;

namespace FhirNaltrexone.Knowledge;

/// <summary>Everything known about one patient for one hook call. The elements must stay alive until the evaluation has returned.</summary>
public sealed record Chart
{
    /// <summary>Makes the ids of this call's findings differ from those of other calls; the server gives the hookInstance here.</summary>
    public required string Scope { get; init; }

    /// <summary>Logical id of the patient, without <c>Patient/</c>.</summary>
    public required string PatientId { get; init; }

    /// <summary>The site's time zone: dates without time are read in it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>FHIR R4 resources read from the chart, of any type, deduplicated; medications resolved (see <see cref="DraftOrders"/>).</summary>
    public IReadOnlyList<JsonElement> Resources { get; init; } = [];

    /// <summary>
    /// All resources of <c>context.draftOrders</c>. Where a medicationReference could be resolved the resource carries a
    /// medicationCodeableConcept in its place: rules see codes only.
    /// </summary>
    public IReadOnlyList<JsonElement> DraftOrders { get; init; } = [];

    /// <summary>
    /// The resources of <c>context.draftOrders</c> exactly as the client sent them, from which updates are copied; where there are none, the drafts kept
    /// in the chart as they were read. Needed only for those that differ from <see cref="DraftOrders"/> or <see cref="Resources"/>; matched by type and id.
    /// </summary>
    public IReadOnlyList<JsonElement> DraftOrdersAsSent { get; init; } = [];

    /// <summary>The Appointment resources of <c>context.appointments</c>.</summary>
    public IReadOnlyList<JsonElement> Appointments { get; init; } = [];

    /// <summary><c>context.selections</c>: <c>Type/id</c> of the drafts being chosen.</summary>
    public IReadOnlyList<string> Selections { get; init; } = [];

    /// <summary>Resource types that could not be read completely, so that absence proves nothing.</summary>
    public IReadOnlyList<string> UnreadResourceTypes { get; init; } = [];
}
