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
    private readonly string? _server;

    /// <summary>Makes a guard.</summary>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="patientAt">Id of the Patient with this address among the resources at hand, or null.</param>
    /// <param name="server">Base address of the server whose Patient it is; null when nobody says it.</param>
    public PatientGuard(string patient, Func<string, string?> patientAt, string? server = null)
    {
        _id = patient;
        _reference = Encoding.UTF8.GetBytes(Type + _id);
        _patientAt = patientAt;
        _server = server;
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

    /// <summary>
    /// Whether a resource is a record of somebody and does not say that it is this patient's: it names nobody, a patient in words or by an identifier
    /// alone, something that is no patient, or a patient of the same id at another server (FHIR R4, References, 2.3.0.5).
    /// </summary>
    /// <param name="resource">The resource.</param>
    /// <param name="type">Its type; null when it has none.</param>
    /// <param name="address">Its absolute address, when somebody says it: it tells the server where nobody names one.</param>
    public bool IsUnclear(JsonElement resource, string? type, string? address)
        => MemberOfRecords(type) is { IsEmpty: false } member && !IsSurelyOurs(FhirJson.Object(resource, member), type!, address);

    /// <summary>Where the types the rules read that are records of somebody say of whom; empty for all others.</summary>
    private static ReadOnlySpan<byte> MemberOfRecords(string? type) => type switch
    {
        "CarePlan" or "Condition" or "MedicationAdministration" or "MedicationDispense" or "MedicationRequest" or "MedicationStatement" or "Observation"
            or "Procedure" or "QuestionnaireResponse" or "ServiceRequest" => "subject"u8,
        "AllergyIntolerance" => "patient"u8,
        _ => default,
    };

    private bool IsSurelyOurs(JsonElement reference, string type, string? address)
    {
        if (reference.ValueKind != JsonValueKind.Object || !reference.TryGetProperty("reference"u8, out var value) || value.ValueKind != JsonValueKind.String) return false;
        if (value.ValueEquals(_reference)) return true;
        var text = value.GetString()!;
        if (IdIn(text) != _id) return false;
        var start = text.LastIndexOf(Type, StringComparison.Ordinal);
        return start <= 0 || _patientAt(FhirJson.WithoutHistory(text)) == _id || IsBase(text.AsSpan(0, start), _server ?? BaseOf(address, type));
    }

    private static string? BaseOf(string? address, string type)
        => address is not null && address.LastIndexOf($"/{type}/", StringComparison.Ordinal) is >= 0 and var end ? address[..end] : null;

    private static bool IsBase(ReadOnlySpan<char> address, string? server)
        => server is not null && Bare(address).Equals(Bare(server), StringComparison.OrdinalIgnoreCase);

    // One server may be spoken to with and without encryption.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? address : address[(scheme + 3)..]).TrimEnd('/');
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
