using System.Collections.Frozen;

namespace FhirNaltrexone.Validation.Profiles.Formats;

/// <summary>How the primitive types of FHIR R4 are written (FHIR R4, 2.24.0.1: the regular expressions of the types, and that dates must exist).</summary>
internal static class PrimitiveFormats
{
    private const string Date = "YYYY, YYYY-MM or YYYY-MM-DD, a day that exists";
    private const string DateTime = Date + ", with a time always with seconds and zone, as in 2026-03-14T09:26:53+01:00";

    private const string Words = "text of at most 1,048,576 characters with some other than white space";

    private static readonly FrozenDictionary<string, PrimitiveFormat> ByType = new Dictionary<string, PrimitiveFormat>(StringComparer.Ordinal)
    {
        ["boolean"] = new("boolean", _ => true, "true or false"),
        ["integer"] = new("number", Literals.IsInteger, "a whole number of 32 bits without leading zeros, fraction or exponent"),
        ["unsignedInt"] = new("number", Literals.IsUnsigned, "a whole number from 0 to 2147483647"),
        ["positiveInt"] = new("number", Literals.IsPositive, "a whole number from 1 to 2147483647"),
        ["decimal"] = new("number", _ => true, "a number"),
        ["string"] = Text(Literals.IsText, Words),
        ["markdown"] = Text(Literals.IsText, Words),
        ["xhtml"] = Text(_ => true, "XHTML"),
        ["code"] = Text(Literals.IsCode, "no white space at the ends, and single spaces only between"),
        ["id"] = Text(Literals.IsId, "1 to 64 letters, digits, hyphens and dots"),
        ["uri"] = Text(Literals.IsUri, "no white space"),
        ["url"] = Text(Literals.IsUri, "no white space"),
        ["canonical"] = Text(Literals.IsUri, "no white space"),
        ["oid"] = Text(Literals.IsOid, "urn:oid: and numbers with dots, of which none begins with a zero and the first is 0, 1 or 2"),
        ["uuid"] = Text(Literals.IsUuid, "urn:uuid: and a UUID in lower case"),
        ["base64Binary"] = Text(Literals.IsBase64, "base64 in whole groups of four characters"),
        ["date"] = Text(Moments.IsDate, Date),
        ["dateTime"] = Text(Moments.IsDateTime, DateTime),
        ["instant"] = Text(Moments.IsInstant, "YYYY-MM-DDThh:mm:ss, perhaps with a fraction, and always with a zone, a day that exists"),
        ["time"] = Text(Moments.IsTime, "hh:mm:ss, perhaps with a fraction, without zone"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The format of a type.</summary>
    /// <param name="type">Name of a primitive type of R4.</param>
    public static PrimitiveFormat Of(string type) => ByType[type];

    private static PrimitiveFormat Text(LiteralCheck check, string words) => new("string", check, words);
}
