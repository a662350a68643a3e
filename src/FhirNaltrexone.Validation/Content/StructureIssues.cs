using FhirNaltrexone.Validation.Outcomes;
using Hl7.Fhir.Utility;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Tells the defects the SDK finds in our words: what it says may quote values of a patient's resource.</summary>
internal static class StructureIssues
{
    private const int MaxIssues = 50;

    /// <summary>One issue for each defect, up to 50.</summary>
    /// <param name="defects">What the SDK found; at least one.</param>
    public static IReadOnlyList<Issue> Of(IEnumerable<CodedException> defects) => [.. defects.Take(MaxIssues).Select(Of)];

    private static Issue Of(CodedException defect)
    {
        if (defect is not ExtendedCodedException found)
        {
            return new(IssueCodes.Structure, $"The resource does not have the structure of FHIR R4 ({defect.ErrorCode}).");
        }

        var (code, text) = Explain(found);
        var place = found.LineNumber is { } line ? $" (line {line}, column {found.Position})" : string.Empty;
        return new(code, $"{text}{place}.", found.InstancePath?.Replace("$this", "Resource", StringComparison.Ordinal));
    }

    private static (string Code, string Text) Explain(ExtendedCodedException defect) => defect.ErrorCode switch
    {
        "PVAL105" => (IssueCodes.Required, "The element is required"),
        "PVAL128" or "XML102" => (IssueCodes.Structure, "FHIR R4 has no such element here"),
        "PVAL101" => (IssueCodes.Structure, "The element does not allow this type"),
        "PVAL116" => (IssueCodes.CodeInvalid, $"The code is not one of the required value set{Tail(defect, "valueset")}"),
        "PVAL123" => (IssueCodes.Value, $"The value is not of the right JSON type{Tail(defect, "right type of literal")}"),
        "PVAL124" => (IssueCodes.Value, $"The value is not written as the type demands{Tail(defect, "correct literal")}"),
        "PVAL127" => (IssueCodes.Structure, Cardinality(defect)),
        "PVAL115" => (IssueCodes.Value, "The narrative is not a div of XHTML as FHIR allows it, with some content"),
        "PVAL120" => (IssueCodes.Value, "The value is not base64"),
        "PVAL129" or "JSON120" or "JSON121" or "JSON125" => (IssueCodes.Structure, "The element is empty"),
        "PVAL130" => (IssueCodes.NotSupported, "FHIR R4 has no such resource type"),
        "PVAL104" or "JSON109" => (IssueCodes.Structure, "null cannot stand here"),
        "JSON129" => (IssueCodes.Structure, "The element is given twice; a choice of types takes only one of them"),
        "XML101" => (IssueCodes.Structure, "The element is not in the namespace http://hl7.org/fhir"),
        _ => (IssueCodes.Structure, $"The element does not have the structure of FHIR R4 ({defect.ErrorCode}: {defect.Display})"),
    };

    // What stands behind these words is the name of a type or value set, never a value.
    private static string Tail(ExtendedCodedException defect, string words)
    {
        var message = defect.BaseErrorMessage;
        var at = message.LastIndexOf(words, StringComparison.Ordinal);
        return at < 0 ? string.Empty : message[(at + words.Length)..].TrimEnd('.', ' ');
    }

    private static string Cardinality(ExtendedCodedException defect)
        => defect.BaseErrorMessage.Contains("to be a collection", StringComparison.Ordinal)
            ? "The element repeats: its value must be an array"
            : "The element does not repeat: its value must not be an array";
}
