using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Draws resources: missing values, several values, partial dates, odd texts, references of all kinds.</summary>
internal sealed class ResourceDraw(Dice dice)
{
    private readonly ElementDraw _element = new(dice);

    public JsonObject Draw(ResourceKey key)
    {
        var resource = ElementDraw.Object(
            ("resourceType", key.Type),
            ("id", key.Id),
            ("meta", dice.Maybe(40, Meta)),
            ("text", dice.Maybe(30, Narrative)));
        foreach (var (name, value) in Content(key.Type))
        {
            if (value is not null && !(value is JsonArray { Count: 0 })) resource[name] = value;
        }

        return resource;
    }

    private IEnumerable<(string Name, JsonNode? Value)> Content(string type) => type switch
    {
        "Patient" => Patient(),
        "Observation" => Observation(),
        "MedicationRequest" => MedicationRequest(),
        "Medication" => [("code", _element.Concept())],
        "Encounter" => Encounter(),
        "Condition" => Condition(),
        "Organization" or "Location" => Place(type),
        "Practitioner" => [.. Person(), ("gender", dice.Maybe(50, Gender))],
        "RiskAssessment" => RiskAssessment(),
        "ValueSet" => ValueSet(),
        "QuestionnaireResponse" => QuestionnaireResponse(),
        "List" => [("title", dice.Maybe(50, Text)), ("entry", _element.List(5, () => ElementDraw.Object(("item", _element.Reference("Patient", "Observation", "Condition")))))],
        "Group" => [("member", _element.List(3, () => ElementDraw.Object(("entity", _element.Reference("Patient"))))), ("code", _element.Concept())],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not drawn."),
    };

    private IEnumerable<(string, JsonNode?)> Patient() =>
    [
        .. Person(), ("gender", dice.Maybe(70, Gender)), ("birthDate", dice.Maybe(70, () => JsonValue.Create(dice.Pick(Vocabulary.Dates).Split('T')[0]))),
        dice.Chance(50) ? ("deceasedBoolean", dice.Chance(50)) : ("deceasedDateTime", dice.Maybe(40, _element.Date)),
        ("address", _element.List(2, _element.Address)), ("telecom", _element.List(2, _element.Contact)),
        ("generalPractitioner", _element.List(2, () => _element.Reference("Practitioner", "Organization"))),
        ("managingOrganization", dice.Maybe(50, () => _element.Reference("Organization"))),
        ("link", _element.List(1, () => ElementDraw.Object(("other", _element.Reference("Patient")), ("type", "seealso")))),
    ];

    private IEnumerable<(string, JsonNode?)> Person() =>
        [("active", dice.Maybe(60, () => JsonValue.Create(dice.Chance(50)))), ("name", _element.List(2, _element.Name)), ("identifier", _element.List(2, _element.Identifier))];

    private IEnumerable<(string, JsonNode?)> Observation() =>
    [
        ("status", dice.Pick(Vocabulary.Codes)), ("code", _element.Concept()), ("category", _element.List(2, _element.Concept)),
        ("identifier", _element.List(1, _element.Identifier)), ("subject", dice.Maybe(85, () => _element.Reference("Patient", "Patient", "Group", "Location"))),
        ("encounter", dice.Maybe(40, () => _element.Reference("Encounter"))),
        ("performer", _element.List(2, () => _element.Reference("Practitioner", "Organization", "Patient"))),
        ("focus", _element.List(1, () => _element.Reference("Patient", "Condition"))), ("derivedFrom", _element.List(2, () => _element.Reference("Observation"))),
        _element.Effective(), Value(), ("component", _element.List(3, Component)),
    ];

    private JsonObject Component()
    {
        var (name, value) = Value();
        return ElementDraw.Object(("code", _element.Concept()), (name, value));
    }

    private (string, JsonNode?) Value() => dice.Below(8) switch
    {
        0 => ("valueString", Text()),
        1 => ("valueCodeableConcept", _element.Concept()),
        2 => ("valueDateTime", _element.Date()),
        3 => ("valueRange", ElementDraw.Object(("low", dice.Maybe(80, _element.Quantity)), ("high", dice.Maybe(50, _element.Quantity)))),
        4 => ("valueInteger", dice.Below(10)),
        _ => ("valueQuantity", _element.Quantity()),
    };

    private IEnumerable<(string, JsonNode?)> MedicationRequest()
    {
        (string, JsonNode?)[] medication = dice.Below(3) switch
        {
            0 => [("medicationCodeableConcept", _element.Concept())],
            1 => [("medicationReference", _element.Reference("Medication"))],
            _ =>
            [
                ("contained", new JsonArray(ElementDraw.Object(("resourceType", "Medication"), ("id", "m"), ("code", _element.Concept())))),
                ("medicationReference", ElementDraw.Object(("reference", "#m"))),
            ],
        };
        return
        [
            .. medication, ("status", dice.Pick(Vocabulary.Codes)), ("intent", "order"), ("subject", _element.Reference("Patient", "Group")),
            ("authoredOn", dice.Maybe(70, _element.Date)), ("encounter", dice.Maybe(40, () => _element.Reference("Encounter"))),
            ("requester", dice.Maybe(50, () => _element.Reference("Practitioner", "Organization"))), ("identifier", _element.List(2, _element.Identifier)),
        ];
    }

    private IEnumerable<(string, JsonNode?)> Encounter() =>
    [
        ("status", dice.Pick(Vocabulary.Codes)), ("class", _element.Coding()), ("type", _element.List(2, _element.Concept)), ("subject", _element.Reference("Patient")),
        ("period", dice.Maybe(70, _element.Period)), ("length", dice.Maybe(40, _element.Quantity)), ("partOf", dice.Maybe(30, () => _element.Reference("Encounter"))),
        ("serviceProvider", dice.Maybe(30, () => _element.Reference("Organization"))),
    ];

    private IEnumerable<(string, JsonNode?)> Condition() =>
    [
        ("code", dice.Maybe(80, _element.Concept)), ("clinicalStatus", dice.Maybe(60, _element.Concept)), ("subject", _element.Reference("Patient", "Group")),
        ("recordedDate", dice.Maybe(60, _element.Date)), ("asserter", dice.Maybe(30, () => _element.Reference("Practitioner", "Patient"))),
        dice.Below(3) switch { 0 => ("onsetDateTime", _element.Date()), 1 => ("onsetString", Text()), _ => ("onsetAge", dice.Maybe(70, _element.Quantity)) },
    ];

    private IEnumerable<(string, JsonNode?)> Place(string type) =>
    [
        ("name", dice.Maybe(80, Text)), ("identifier", _element.List(2, _element.Identifier)), ("active", dice.Maybe(type == "Organization" ? 60 : 0, () => JsonValue.Create(true))),
        ("partOf", dice.Maybe(50, () => _element.Reference(type))), ("position", dice.Maybe(type == "Location" ? 70 : 0, _element.Position)),
    ];

    private IEnumerable<(string, JsonNode?)> RiskAssessment() =>
    [
        ("status", "final"), ("subject", _element.Reference("Patient")), ("occurrenceDateTime", dice.Maybe(50, _element.Date)),
        ("prediction", _element.List(3, () => ElementDraw.Object(("probabilityDecimal", dice.Maybe(80, _element.Number))))),
    ];

    private IEnumerable<(string, JsonNode?)> ValueSet() =>
    [
        ("url", dice.Maybe(90, () => JsonValue.Create(dice.Pick(Vocabulary.Uris)))), ("version", dice.Maybe(60, () => JsonValue.Create(dice.Pick(Vocabulary.Versions)))),
        ("name", dice.Maybe(60, Text)), ("status", "active"), ("date", dice.Maybe(60, _element.Date)),
    ];

    private IEnumerable<(string, JsonNode?)> QuestionnaireResponse()
    {
        var version = dice.Chance(60) ? $"|{dice.Pick(Vocabulary.Versions)}" : "";
        return [("questionnaire", dice.Pick(Vocabulary.Uris) + version), ("subject", _element.Reference("Patient")), ("authored", dice.Maybe(70, _element.Date))];
    }

    private JsonObject Meta() => ElementDraw.Object(
        ("tag", _element.List(2, _element.Coding)),
        ("security", _element.List(1, _element.Coding)),
        ("profile", _element.List(2, () => JsonValue.Create(dice.Pick(Vocabulary.Uris)))),
        ("source", dice.Maybe(30, () => JsonValue.Create(dice.Pick(Vocabulary.Uris)))));

    private JsonObject Narrative()
        => ElementDraw.Object(("status", "generated"), ("div", $"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{Escaped()}</p> <b>{Escaped()}</b></div>"));

    private string Escaped() => System.Net.WebUtility.HtmlEncode(dice.Pick(Vocabulary.Texts));

    private JsonValue Text() => JsonValue.Create(dice.Pick(Vocabulary.Texts))!;

    private JsonValue Gender() => JsonValue.Create(dice.Pick<string>(["male", "female", "other"]))!;
}
