using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Profiles.Messages;

/// <summary>
/// Everything the validator can say, in one table. Ids are stable: clients and testers may rely on them. Texts never repeat values of a resource,
/// which may be health information; they name elements, types, profiles and value sets only.
/// </summary>
public static class ValidationMessages
{
    /// <summary>A member no definition knows.</summary>
    public static readonly ValidationMessage UnknownElement = Error(
        "NAL-STRUCT-UNKNOWN", IssueCodes.Structure, "FHIR R4 has no such element here: remove it, correct its name, or send it as an extension");

    /// <summary>One value where an array belongs.</summary>
    public static readonly ValidationMessage MustBeArray = Error(
        "NAL-STRUCT-ARRAY", IssueCodes.Structure, "The element repeats: its value must be an array, even of one");

    /// <summary>An array where one value belongs.</summary>
    public static readonly ValidationMessage MustNotBeArray = Error(
        "NAL-STRUCT-SINGLE", IssueCodes.Structure, "The element does not repeat: its value must not be an array");

    /// <summary>Something else than an object.</summary>
    public static readonly ValidationMessage MustBeObject = Error(
        "NAL-STRUCT-OBJECT", IssueCodes.Structure, "The value must be a JSON object with the elements of {0}");

    /// <summary>A literal of the wrong JSON type.</summary>
    public static readonly ValidationMessage WrongJsonType = Error(
        "NAL-STRUCT-LITERAL", IssueCodes.Value, "The value is not of the right JSON type: {0} is written as a JSON {1}");

    /// <summary>Two types of one choice.</summary>
    public static readonly ValidationMessage SeveralChoices = Error(
        "NAL-STRUCT-CHOICE", IssueCodes.Structure, "The element {0} is given with several types, but takes only one of them: remove the others");

    /// <summary>An element without content.</summary>
    public static readonly ValidationMessage EmptyElement = Error(
        "NAL-STRUCT-EMPTY", IssueCodes.Structure, "The element is empty: give it a value or elements, or leave it out");

    /// <summary>A null that keeps no place.</summary>
    public static readonly ValidationMessage MisplacedNull = Error(
        "NAL-STRUCT-NULL", IssueCodes.Structure, "null cannot stand here: it only keeps the place of a primitive that has an id or extensions");

    /// <summary>An underscore before an element that is no primitive.</summary>
    public static readonly ValidationMessage UnexpectedCompanion = Error(
        "NAL-STRUCT-COMPANION", IssueCodes.Structure, "Only primitives have a member with an underscore beside them; {0} holds its id and extensions itself");

    /// <summary>A resource without type.</summary>
    public static readonly ValidationMessage NoResourceType = Error(
        "NAL-STRUCT-RESOURCE-TYPE", IssueCodes.Required, "There is no resourceType: name the resource type as a string");

    /// <summary>A resource of an unknown type.</summary>
    public static readonly ValidationMessage UnknownResourceType = Error(
        "NAL-STRUCT-RESOURCE-UNKNOWN", IssueCodes.NotSupported, "FHIR R4 has no such resource type; case matters");

    /// <summary>A literal that is not written as its type wants it.</summary>
    public static readonly ValidationMessage BadFormat = Error(
        "NAL-FORMAT", IssueCodes.Value, "The value is not written as the type {0} demands: {1}");

    /// <summary>A narrative that is none.</summary>
    public static readonly ValidationMessage BadNarrative = Error(
        "NAL-NARRATIVE", IssueCodes.Value, "The narrative is not a div of XHTML as FHIR allows it, with some content: no scripts, forms or objects, no named entities of HTML");

    /// <summary>Too few.</summary>
    public static readonly ValidationMessage TooFew = Error(
        "NAL-CARD-MIN", IssueCodes.Required, "The element is required by {1}, at least {0} times: add what is missing");

    /// <summary>Too many.</summary>
    public static readonly ValidationMessage TooMany = Error(
        "NAL-CARD-MAX", IssueCodes.Structure, "The element may stand here at most {0} times according to {1}: remove what is too much");

    /// <summary>An update without id.</summary>
    public static readonly ValidationMessage NoId = Error(
        "NAL-MODE-ID", IssueCodes.Required, "A resource that is to be updated needs an id: add it");

    /// <summary>More issues than are told.</summary>
    public static readonly ValidationMessage TooManyIssues = new(
        "NAL-LIMIT", IssueSeverity.Warning, IssueCodes.Incomplete, "There are more than {0} issues; the others are not told: correct these first");

    /// <summary>All of them, in the order of this table.</summary>
    public static IReadOnlyList<ValidationMessage> All { get; } =
    [
        .. typeof(ValidationMessages).GetFields().Select(field => field.GetValue(null)).OfType<ValidationMessage>(),
    ];

    private static ValidationMessage Error(string id, string code, string text) => new(id, IssueSeverity.Error, code, text);
}
