using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using Hl7.Fhir.Utility;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Tells the defects the SDK finds in our words: what it says may quote values of a patient's resource.</summary>
internal static class StructureIssues
{
    private const int MaxIssues = 50;

    // The guard lets no empty object pass: the SDK tells these two only of resources that say nothing but their type, which R4 does not forbid.
    private const string NoMembers = "JSON120";
    private const string NoValue = "PVAL129";

    // R4 allows white space around texts; what may not have it is told by how its type is written.
    private const string WhiteSpace = "XML126";

    /// <summary>One issue for each defect, up to 50; none when the SDK found nothing that R4 forbids.</summary>
    /// <param name="defects">What the SDK found.</param>
    /// <param name="type">Type of the resource, where paths begin: the SDK does not name it when the whole resource lacks something.</param>
    public static IReadOnlyList<Issue> Of(IEnumerable<CodedException> defects, string type)
    {
        var all = defects.Where(defect => defect.ErrorCode != WhiteSpace).ToList();
        var bare = all.Where(defect => defect.ErrorCode == NoMembers).Select(Path).ToHashSet();
        return [.. all.Where(defect => defect.ErrorCode is not (NoMembers or NoValue) || !IsBare(Path(defect))).Take(MaxIssues).Select(defect => Of(defect, type))];

        bool IsBare(string? path) => bare.Contains(path) || path is not null && (ResourceTypes.Contains(path) || path.EndsWith(".resource", StringComparison.Ordinal));
    }

    private static string? Path(CodedException defect) => (defect as ExtendedCodedException)?.InstancePath;

    private static Issue Of(CodedException defect, string type)
    {
        if (defect is not ExtendedCodedException found)
        {
            return new(IssueCodes.Structure, $"The resource does not have the structure of FHIR R4 ({defect.ErrorCode}).");
        }

        var (code, text) = Explain(found);
        var place = found.LineNumber is { } line ? $" (line {line}, column {found.Position})" : string.Empty;
        return new(code, $"{text}{place}.", found.InstancePath?.Replace("$this", type, StringComparison.Ordinal));
    }

    private static (string Code, string Text) Explain(ExtendedCodedException defect) => defect.ErrorCode switch
    {
        "PVAL105" => (IssueCodes.Required, "The element is required"),
        "PVAL128" or "XML102" => (IssueCodes.Structure, "FHIR R4 has no such element here"),
        "PVAL101" => (IssueCodes.Structure, "The element does not allow this type"),
        "PVAL116" => (IssueCodes.CodeInvalid, $"The code is not one of the required value set{Tail(defect, "valueset")}"),
        "PVAL123" => (IssueCodes.Value, $"The value is not written as the type demands{Tail(defect, "right type of literal")}"),
        "PVAL124" => (IssueCodes.Value, $"The value is not written as the type demands{Tail(defect, "correct literal")}"),
        "PVAL127" => (IssueCodes.Structure, Cardinality(defect)),
        "PVAL115" => (IssueCodes.Value, "The narrative is not a div of XHTML as FHIR allows it, with some content"),
        "PVAL120" => (IssueCodes.Value, "The value is not base64"),
        NoValue or NoMembers or "JSON121" or "JSON125" => (IssueCodes.Structure, "The element is empty"),
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
