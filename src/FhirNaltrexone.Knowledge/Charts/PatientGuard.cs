using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>Tells whether a resource belongs to one patient.</summary>
public sealed class PatientGuard
{
    private const string Type = "Patient/";
    private readonly string _id;
    private readonly byte[] _reference;
    private readonly Func<string, string?> _patientAt;

    /// <summary>Makes a guard.</summary>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="patientAt">Id of the Patient with this urn: address among the resources at hand, or null.</param>
    public PatientGuard(string patient, Func<string, string?> patientAt)
    {
        _id = patient;
        _reference = Encoding.UTF8.GetBytes(Type + _id);
        _patientAt = patientAt;
    }

    /// <summary>Name of the member that points to another patient (<c>id</c> for a Patient), or null when the resource is ours or no patient's.</summary>
    public string? ForeignMember(JsonElement resource) => ForeignMember(resource, FhirJson.TypeOf(resource));

    /// <summary>The same for a resource whose type is known already.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="type">Its type; null when it has none.</param>
    public string? ForeignMember(JsonElement resource, string? type)
    {
        if (type == "Patient")
        {
            return FhirJson.Text(resource, "id"u8) is { } id && id != _id ? "id" : null;
        }

        if (IsForeign(FhirJson.Object(resource, "subject"u8)))
        {
            return "subject";
        }

        if (IsForeign(FhirJson.Object(resource, "patient"u8)))
        {
            return "patient";
        }

        return type == "Appointment" && HasOnlyForeignPatients(resource) ? "participant" : null;
    }

    private bool HasOnlyForeignPatients(JsonElement appointment)
    {
        var participants = FhirJson.Array(appointment, "participant"u8);
        var foreign = false;
        if (participants.ValueKind == JsonValueKind.Array)
        {
            foreach (var participant in participants.EnumerateArray())
            {
                var actor = FhirJson.Object(participant, "actor"u8);
                if (IsOurs(actor))
                {
                    return false;
                }

                foreign |= IsForeign(actor);
            }
        }

        return foreign;
    }

    private bool IsOurs(JsonElement reference)
        => reference.ValueKind == JsonValueKind.Object && FhirJson.Text(reference, "reference"u8) is { } text && IdIn(text) == _id;

    private bool IsForeign(JsonElement reference)
    {
        if (reference.ValueKind != JsonValueKind.Object
            || !reference.TryGetProperty("reference"u8, out var value)
            || value.ValueKind != JsonValueKind.String
            || value.ValueEquals(_reference))
        {
            return false;
        }

        return IdIn(value.GetString()!) is { } id && id != _id;
    }

    /// <summary>Id of the patient a reference names, whatever its form; null when it names no patient.</summary>
    private string? IdIn(string reference)
    {
        if (reference.StartsWith("urn:", StringComparison.Ordinal))
        {
            return _patientAt(reference);
        }

        var start = reference.LastIndexOf(Type, StringComparison.Ordinal);
        if (start < 0 || (start > 0 && reference[start - 1] != '/'))
        {
            return null;
        }

        var id = reference[(start + Type.Length)..];
        var end = id.AsSpan().IndexOfAny('/', '?', '#');
        return end < 0 ? id : id[..end];
    }
}
