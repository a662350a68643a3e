using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>What all records of a response have in common: whose they are, when it was, and who they are when it is extracted again.</summary>
/// <param name="response">The response.</param>
internal sealed class ResponseFacts(JsonElement response)
{
    /// <summary>System of the identifiers of what was extracted.</summary>
    public const string Identifiers = $"{Systems.Own}/sid/extracted-answer";

    private const string Category = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observation-extract-category";

    private static readonly string[] Performers = ["Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "Organization"];

    private readonly string? _status = response.Text("status");

    /// <summary>Whether the response was entered in error: then all that came of it is withdrawn.</summary>
    public bool IsWithdrawn => _status == "entered-in-error";

    /// <summary>Whether an earlier version of the response may have said more.</summary>
    public bool MayWithdraw => _status is "amended" or "entered-in-error";

    /// <summary>Why nothing can be extracted.</summary>
    /// <param name="questionnaire">The questionnaire, which says who may be its subject.</param>
    public IEnumerable<Issue> Defects(JsonElement questionnaire)
    {
        if (_status is not ("completed" or "amended" or "entered-in-error"))
            yield return new(IssueCodes.BusinessRule, "Only a response that is completed or amended is extracted: this one may still change.", "QuestionnaireResponse.status");
        if (!response.TryGetProperty("subject", out var subject) || subject.Text("reference") is not { } reference || reference.StartsWith('#'))
            yield return new(IssueCodes.Required, "The response does not refer to its subject, so nobody would know whose the records are.", "QuestionnaireResponse.subject");
        else if (TypeOf(subject, reference) is { } type && SubjectTypes(questionnaire) is { Length: > 0 } types && !types.Contains(type))
            yield return new(IssueCodes.BusinessRule, $"The subject is not one the questionnaire is for: {string.Join(", ", types)}.", "QuestionnaireResponse.subject");
        if (response.Text("authored") is null)
            yield return new(IssueCodes.Required, "The response does not say when it was answered (authored), so the records would have no time.", "QuestionnaireResponse.authored");
    }

    /// <summary>Stable id of a record.</summary>
    /// <param name="source">Which part of the questionnaire it is made from.</param>
    /// <param name="number">Which one of those made from it, from 0.</param>
    public Guid IdOf(string source, int number)
        => StableId.Of(Url(), response.TryGetProperty("subject", out var subject) ? subject.Text("reference") ?? subject.GetRawText() : null, Key(), source, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The search that finds a record by its identifier.</summary>
    public static string Search(string type, Guid id) => $"{type}?identifier={Identifiers}|{id}";

    /// <summary>Adds the identifier of a record.</summary>
    /// <returns>Whether resources of the type can have one.</returns>
    public static bool Identify(JsonObject resource, string type, Guid id)
    {
        if (TypeCatalogue.Core.Find(type)?.Child("identifier") is not { IsList: true }) return false;
        if (resource["identifier"] is not JsonArray identifiers) resource["identifier"] = identifiers = [];
        identifiers.Add(new JsonObject { ["system"] = Identifiers, ["value"] = id.ToString() });
        return true;
    }

    /// <summary>The Observation of an answer.</summary>
    /// <param name="item">The question.</param>
    /// <param name="value">The value, with its name.</param>
    public JsonObject Observation(FormItem item, KeyValuePair<string, JsonNode> value)
    {
        var observation = new JsonObject { ["resourceType"] = "Observation", ["status"] = _status == "amended" ? "amended" : "final" };
        if (Categories(item) is { Count: > 0 } categories) observation["category"] = categories;
        observation["code"] = new JsonObject { ["coding"] = Copy(item.Source.GetProperty("code")) };
        foreach (var name in new[] { "subject", "encounter" })
        {
            if (response.TryGetProperty(name, out var reference)) observation[name] = Copy(reference);
        }

        observation["effectiveDateTime"] = response.Text("authored");
        if (response.TryGetProperty("author", out var author) && IsPerformer(author)) observation["performer"] = new JsonArray(Copy(author));
        observation[value.Key] = value.Value;
        if (response.Text("id") is { } id) observation["derivedFrom"] = new JsonArray(new JsonObject { ["reference"] = $"QuestionnaireResponse/{id}" });
        return observation;
    }

    private static string[] SubjectTypes(JsonElement questionnaire)
        => [.. questionnaire.Items("subjectType").Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!)];

    // A urn names nothing but itself; the reference may say what it is.
    private static string? TypeOf(JsonElement subject, string reference)
        => !reference.StartsWith("urn:", StringComparison.Ordinal) && FhirJson.WithoutHistory(reference).Split('/') is [.., var type, _] ? type : subject.Text("type");

    private static bool IsPerformer(JsonElement author) => author.Text("reference")?.Split('/') is [.., var type, _] && Performers.Contains(type);

    // Those of the item, else of what it stands in, else of the questionnaire.
    private static JsonArray Categories(FormItem item)
    {
        for (var at = item; at is not null; at = at.Parent)
        {
            var found = at.Source.Extensions(Category).Select(extension => extension.Choice("value")).OfType<JsonProperty>().Select(value => Copy(value.Value)).ToArray();
            if (found.Length > 0) return [.. found];
        }

        return [];
    }

    private string? Url() => response.Text("questionnaire")?.Split('|')[0];

    private string? Key() => response.Text("id") is { } id ? $"id {id}"
        : response.TryGetProperty("identifier", out var identifier) ? $"identifier {identifier.Text("system")} {identifier.Text("value")}"
        : $"authored {response.Text("authored")}";

    private static JsonNode? Copy(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
