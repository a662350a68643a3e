using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>The search parameters of the types drawn that the resources drawn have values for; others are drawn now and then.</summary>
internal static class ParameterTable
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["Patient"] = "name family given address address-city gender active identifier telecom phone deceased birthdate death-date general-practitioner organization link",
        ["Observation"] = "code status category identifier date value-string value-concept value-date value-quantity component-code component-value-quantity "
            + "combo-code combo-value-quantity subject patient encounter performer focus derived-from code-value-quantity component-code-value-quantity "
            + "combo-code-value-quantity code-value-concept code-value-string code-value-date",
        ["MedicationRequest"] = "code status intent medication subject patient encounter requester authoredon identifier",
        ["Medication"] = "code",
        ["Encounter"] = "status class type subject patient date length part-of service-provider",
        ["Condition"] = "code clinical-status subject patient recorded-date asserter onset-date onset-info onset-age",
        ["Organization"] = "name identifier active partof",
        ["Practitioner"] = "name family given identifier active gender",
        ["RiskAssessment"] = "probability date subject patient",
        ["ValueSet"] = "url version name status date",
        ["QuestionnaireResponse"] = "questionnaire subject patient authored",
        ["List"] = "title item",
        ["Location"] = "name identifier partof near",
        ["Group"] = "member code",
    };

    public static IReadOnlyList<string> Types { get; } = [.. Codes.Keys];

    private static readonly Dictionary<string, SearchParameter[]> Useful = Types.ToDictionary(
        type => type, type => Codes[type].Split(' ').Append("_tag").Append("_profile").Append("_security").Append("_source").Select(code => Find(type, code)).ToArray());

    public static IReadOnlyList<SearchParameter> Of(string type) => Useful[type];

    /// <summary>Reference parameters by which a resource of the first type may refer to one of the second.</summary>
    public static IReadOnlyList<SearchParameter> References(string source, string target)
        => [.. Of(source).Where(parameter => parameter.Type == SearchParameterType.Reference && (parameter.Targets.Count == 0 || parameter.Targets.Contains(target)))];

    private static SearchParameter Find(string type, string code)
        => SearchParameterSet.Core.TryGet(type, code, out var parameter) ? parameter : throw new InvalidOperationException($"There is no {type}.{code}.");
}
