namespace FhirNaltrexone.Server.Security.Launch.Pages;

/// <summary>What a person has chosen so far, as the forms of the pages send it.</summary>
/// <param name="Name">Begin of the name looked for.</param>
/// <param name="Patient">Reference of the patient; empty when not chosen yet.</param>
/// <param name="User">Reference of the user; empty when not chosen yet.</param>
/// <param name="Encounter">Reference of the encounter; empty for none.</param>
/// <param name="Record">Reference of another resource; empty for none.</param>
/// <param name="IsDenied">Whether the person has said no.</param>
internal sealed record ChosenContext(string Name, string Patient, string User, string Encounter, string Record, bool IsDenied)
{
    /// <summary>Names of the members of forms: what OAuth 2.0 calls differently.</summary>
    public const string Prefix = "choice_";

    /// <summary>Id of the patient; null when not chosen yet.</summary>
    public string? PatientId => Id("Patient", Patient);

    /// <summary>Reads a form; nothing is chosen when there is none.</summary>
    public static async Task<ChosenContext> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken).ConfigureAwait(false) : FormCollection.Empty;
        return new(Member("name"), Member("patient"), Member("user"), Member("encounter"), Member("record"), Member("decision") == "deny");

        string Member(string name) => form.TryGetValue(Prefix + name, out var value) && value is [{ } only] ? only : string.Empty;
    }

    /// <summary>Checks the choices against the store.</summary>
    /// <returns>The context; null when something chosen does not exist, or is another patient's.</returns>
    public async Task<LaunchContext?> CheckAsync(ChartChoices choices, CancellationToken cancellationToken)
    {
        if (Patient.Length > 0 && (PatientId is not { } id || !await choices.ExistsAsync("Patient", id, null, cancellationToken).ConfigureAwait(false))) return null;
        var isUser = User == Patient ? User.Length > 0 : await IsAsync(choices, "Practitioner", User, null, cancellationToken).ConfigureAwait(false);
        if (!isUser) return null;
        if (Encounter.Length > 0 && !await IsAsync(choices, "Encounter", Encounter, PatientId ?? string.Empty, cancellationToken).ConfigureAwait(false)) return null;
        if (Record.Length > 0 && !await IsAsync(choices, "MedicationRequest", Record, PatientId ?? string.Empty, cancellationToken).ConfigureAwait(false)) return null;
        return new() { Patient = PatientId, User = User, Encounter = Id("Encounter", Encounter), Record = Record.Length > 0 ? Record : null };
    }

    private static async Task<bool> IsAsync(ChartChoices choices, string type, string reference, string? patient, CancellationToken cancellationToken)
        => Id(type, reference) is { } id && await choices.ExistsAsync(type, id, patient, cancellationToken).ConfigureAwait(false);

    private static string? Id(string type, string reference)
        => reference.StartsWith(type + '/', StringComparison.Ordinal) ? reference[(type.Length + 1)..] : null;
}
