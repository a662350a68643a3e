using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>The patients a resource names, wherever it does: one too many in a record does no harm, one too few does.</summary>
internal static class PatientMentions
{
    private const string PatientType = "Patient";

    private static readonly JsonReaderOptions Deep = new() { MaxDepth = Nesting.Answer };

    private static ReadOnlySpan<byte> Prefix => "Patient/"u8;

    /// <summary>The ids of the patients that a version names; of a Patient its own too.</summary>
    public static IReadOnlySet<string> Of(ResourceVersion version)
    {
        var patients = new HashSet<string>(StringComparer.Ordinal);
        if (version.Key.Type == PatientType) patients.Add(version.Key.Id);
        if (version.IsDeleted) return patients;
        var reader = new Utf8JsonReader(version.Json.Span, Deep);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String) Add(patients, reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan);
        }

        return patients;
    }

    private static void Add(HashSet<string> patients, ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf(Prefix); at >= 0; at = text.IndexOf(Prefix))
        {
            var isReference = at == 0 || text[at - 1] is (byte)'"' or (byte)'/';
            text = text[(at + Prefix.Length)..];
            var length = 0;
            while (length < text.Length && (char.IsAsciiLetterOrDigit((char)text[length]) || text[length] is (byte)'-' or (byte)'.')) length++;
            if (isReference && length is > 0 and <= 64) patients.Add(Encoding.ASCII.GetString(text[..length]));
        }
    }

    // JSON may write any character of a reference otherwise, the slash too.
    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        var text = new byte[reader.ValueSpan.Length];
        return text.AsSpan(0, reader.CopyString(text));
    }
}
