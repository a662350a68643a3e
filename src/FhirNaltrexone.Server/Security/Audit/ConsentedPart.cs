using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// What one record of access says of a disclosure that a patient consented to. Each is for one patient and one consent and names no more than
/// <see cref="MostRecords"/>; where more go out there are several records of access, and none is left out.
/// </summary>
/// <param name="Consent">The consent as a reference with its version.</param>
/// <param name="Records">What went out, as references with versions.</param>
/// <param name="Labels">Security labels of what went out, by system and code.</param>
/// <param name="Notice">The notice that went along, as it was worded.</param>
internal sealed record ConsentedPart(string Consent, IReadOnlyList<string> Records, IReadOnlyCollection<(string System, string Code)> Labels, string Notice)
{
    /// <summary>The most records that one record of access names.</summary>
    public const int MostRecords = 500;

    /// <summary>Divides what went out of a patient.</summary>
    /// <param name="consented">Records, all of one patient.</param>
    /// <param name="notice">The notice that went along; null when there was none but the labels.</param>
    public static IEnumerable<ConsentedPart> Of(IEnumerable<ConsentedRecord> consented, string? notice)
        => from record in consented
           orderby record.Record
           group record by record.Consent into ofConsent
           orderby ofConsent.Key
           from part in ofConsent.Chunk(MostRecords)
           let labels = DisclosureNotes.Together(part.SelectMany(record => record.Labels))
           select new ConsentedPart(ofConsent.Key, [.. part.Select(record => record.Record)], labels, notice ?? DisclosureTexts.LabelsText(labels.Select(label => label.Code)));
}
