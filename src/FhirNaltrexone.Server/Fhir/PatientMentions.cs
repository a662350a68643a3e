using System.Text;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>The patients a resource names, wherever it does: one too many in a record does no harm, one too few does.</summary>
internal static class PatientMentions
{
    private const string PatientType = "Patient";

    private static ReadOnlySpan<byte> Prefix => "Patient/"u8;

    /// <summary>The ids of the patients that a version names; of a Patient its own too.</summary>
    public static IReadOnlySet<string> Of(ResourceVersion version)
    {
        var patients = new HashSet<string>(StringComparer.Ordinal);
        if (version.Key.Type == PatientType) patients.Add(version.Key.Id);
        var rest = version.Json.Span;
        for (var at = rest.IndexOf(Prefix); at >= 0; at = rest.IndexOf(Prefix))
        {
            var isReference = at > 0 && rest[at - 1] is (byte)'"' or (byte)'/';
            rest = rest[(at + Prefix.Length)..];
            var length = 0;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit((char)rest[length]) || rest[length] is (byte)'-' or (byte)'.')) length++;
            if (isReference && length is > 0 and <= 64) patients.Add(Encoding.ASCII.GetString(rest[..length]));
        }

        return patients;
    }
}
