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

    /// <summary>A constraint that is not met.</summary>
    public static readonly ValidationMessage InvariantBroken = Error(
        "NAL-INV", IssueCodes.Invariant, "The constraint {0} is not met: {1}");

    /// <summary>A constraint of good practice that is not met.</summary>
    public static readonly ValidationMessage AdviceBroken = new(
        "NAL-INV-ADVICE", IssueSeverity.Warning, IssueCodes.Invariant, "What the constraint {0} recommends is not met: {1}");

    /// <summary>A constraint nobody can decide.</summary>
    public static readonly ValidationMessage InvariantUndecided = Information(
        "NAL-INV-UNDECIDED", IssueCodes.Incomplete, "The constraint {0} could not be checked: {1}");

    /// <summary>A code out of a required value set.</summary>
    public static readonly ValidationMessage NotInRequired = Error(
        "NAL-BIND-REQUIRED", IssueCodes.CodeInvalid, "The code is not one of the required value set {0}: choose one of its codes");

    /// <summary>No code where one is required.</summary>
    public static readonly ValidationMessage NoCode = Error(
        "NAL-BIND-MISSING", IssueCodes.CodeInvalid, "There is no code, but one of the required value set {0} must be given: add it");

    /// <summary>A code out of an extensible value set.</summary>
    public static readonly ValidationMessage NotInExtensible = new(
        "NAL-BIND-EXTENSIBLE", IssueSeverity.Warning, IssueCodes.CodeInvalid,
        "The code is not one of the extensible value set {0}: another one is right only when none of its codes fits");

    /// <summary>A code out of a maximum value set.</summary>
    public static readonly ValidationMessage NotInMaximum = Error(
        "NAL-BIND-MAX", IssueCodes.CodeInvalid, "The code is not one of the value set {0}, beyond which none is allowed here: choose one of its codes");

    /// <summary>A code nobody can decide.</summary>
    public static readonly ValidationMessage BindingUndecided = Information(
        "NAL-BIND-UNDECIDED", IssueCodes.Incomplete, "Whether the code belongs to the value set {0} could not be told: {1}");

    /// <summary>A code its system does not have.</summary>
    public static readonly ValidationMessage UnknownCode = Error(
        "NAL-CODE-UNKNOWN", IssueCodes.CodeInvalid, "The code system {0} has no such code: correct the code or its system");

    /// <summary>A code nobody here knows.</summary>
    public static readonly ValidationMessage CodeUndecided = Information(
        "NAL-CODE-UNDECIDED", IssueCodes.Incomplete, "The code system {0} is not here, so whether it has this code could not be told");

    /// <summary>A display its code does not have.</summary>
    public static readonly ValidationMessage WrongDisplay = new(
        "NAL-CODE-DISPLAY", IssueSeverity.Warning, IssueCodes.Invalid, "The display is none of those the code system {0} has for the code: correct it, or leave it out");

    /// <summary>A system that is no absolute URI.</summary>
    public static readonly ValidationMessage RelativeSystem = Error(
        "NAL-CODE-SYSTEM", IssueCodes.Invalid, "A system must be an absolute URI, with a scheme: give it in full");

    /// <summary>An extension with a URL that means something else everywhere.</summary>
    public static readonly ValidationMessage RelativeExtension = Error(
        "NAL-EXT-URL", IssueCodes.Invalid, "The URL of an extension must be absolute, unless it is a part of another extension: give it in full");

    /// <summary>An extension nobody knows, with the usual policy.</summary>
    public static readonly ValidationMessage UnknownExtension = new(
        "NAL-EXT-UNKNOWN", IssueSeverity.Warning, IssueCodes.NotFound, "The definition of the extension is not known here: load it, or make sure that the URL is right");

    /// <summary>An extension nobody knows, where this is allowed.</summary>
    public static readonly ValidationMessage UnknownExtensionAllowed = Information(
        "NAL-EXT-UNKNOWN-ALLOWED", IssueCodes.NotFound, "The definition of the extension is not known here, so its content was not checked");

    /// <summary>An extension nobody knows, where this is refused.</summary>
    public static readonly ValidationMessage UnknownExtensionRefused = Error(
        "NAL-EXT-UNKNOWN-REFUSED", IssueCodes.NotFound, "The definition of the extension is not known here, and unknown extensions are not taken: load it, or remove the extension");

    /// <summary>A modifier extension nobody knows.</summary>
    public static readonly ValidationMessage UnknownModifier = Error(
        "NAL-EXT-MODIFIER-UNKNOWN", IssueCodes.NotFound, "The definition of the modifier extension is not known here, so the meaning of the element is not either: load it, or remove the extension");

    /// <summary>An extension under the name of a modifier.</summary>
    public static readonly ValidationMessage NoModifier = Error(
        "NAL-EXT-NO-MODIFIER", IssueCodes.Structure, "The extension does not change the meaning of the element: move it from modifierExtension to extension");

    /// <summary>A modifier under the name of an extension.</summary>
    public static readonly ValidationMessage MustBeModifier = Error(
        "NAL-EXT-MODIFIER", IssueCodes.Structure, "The extension changes the meaning of the element: move it from extension to modifierExtension");

    /// <summary>An extension in the wrong place.</summary>
    public static readonly ValidationMessage WrongContext = Error(
        "NAL-EXT-CONTEXT", IssueCodes.Structure, "The extension may not stand here, but only on: {0}");

    /// <summary>A part the extension does not have.</summary>
    public static readonly ValidationMessage UnknownPart = Error(
        "NAL-EXT-PART", IssueCodes.Structure, "The definition of the extension knows no part with this URL: correct or remove it");

    /// <summary>A reference to a contained resource that is not there.</summary>
    public static readonly ValidationMessage NoContained = Error(
        "NAL-REF-CONTAINED", IssueCodes.NotFound, "There is no contained resource with this id: add it, or correct the reference");

    /// <summary>A contained resource without id, or with that of another one.</summary>
    public static readonly ValidationMessage NoContainedId = Error("NAL-CONTAINED-ID", IssueCodes.Required, "A contained resource must have an id, and one that no other has: add it, or change it");

    /// <summary>A relative reference that names no type.</summary>
    public static readonly ValidationMessage BadReference = Error(
        "NAL-REF-FORMAT", IssueCodes.Invalid, "A relative reference is written [type]/[id], with a resource type of FHIR R4 and an id of letters, digits, hyphens and dots");

    /// <summary>A target of the wrong type.</summary>
    public static readonly ValidationMessage WrongTarget = Error(
        "NAL-REF-TARGET", IssueCodes.Structure, "The reference must point to one of: {0}");

    /// <summary>A target of another type than it says.</summary>
    public static readonly ValidationMessage OtherTarget = Error(
        "NAL-REF-TYPE", IssueCodes.Structure, "The type named beside the reference is not that of its target: correct one of them");

    /// <summary>An attachment with another size than it says.</summary>
    public static readonly ValidationMessage WrongSize = Error(
        "NAL-ATTACHMENT-SIZE", IssueCodes.Structure, "The size is not the number of bytes of the data: correct it, or leave it out");

    /// <summary>A link given twice.</summary>
    public static readonly ValidationMessage LinkTwice = Error(
        "NAL-BUNDLE-LINK", IssueCodes.Invalid, "A link of this relation is given already: a Bundle has one of each");

    /// <summary>Something found without id.</summary>
    public static readonly ValidationMessage FoundWithoutId = Error(
        "NAL-BUNDLE-ID", IssueCodes.Invalid, "A resource in a searchset or history has been stored and must have its id: add it");

    /// <summary>A fullUrl without scheme.</summary>
    public static readonly ValidationMessage RelativeFullUrl = Error(
        "NAL-BUNDLE-FULLURL", IssueCodes.Invalid, "The fullUrl must be absolute: give it in full, or as urn:uuid");

    /// <summary>A fullUrl of another resource.</summary>
    public static readonly ValidationMessage OtherFullUrl = Error(
        "NAL-BUNDLE-FULLURL-ID", IssueCodes.Invalid, "The fullUrl names another type or id than the resource has: correct one of them");

    /// <summary>A reference that leads out of a document.</summary>
    public static readonly ValidationMessage NotInDocument = Error(
        "NAL-BUNDLE-DOCUMENT", IssueCodes.Invalid, "The Composition refers to a resource that is not in the document: add an entry with the fullUrl referred to");

    /// <summary>A type the profile does not leave.</summary>
    public static readonly ValidationMessage WrongType = Error(
        "NAL-TYPE", IssueCodes.Structure, "The profile allows only these types here: {0}");

    /// <summary>No profile fits.</summary>
    public static readonly ValidationMessage NoProfileFits = Error(
        "NAL-TYPE-PROFILE", IssueCodes.Structure, "The element conforms to none of the profiles allowed here: {0}");

    /// <summary>Another value than the fixed one.</summary>
    public static readonly ValidationMessage NotFixed = Error(
        "NAL-FIXED", IssueCodes.Value, "The value must be exactly {0}");

    /// <summary>Less than the pattern.</summary>
    public static readonly ValidationMessage NotPattern = Error(
        "NAL-PATTERN", IssueCodes.Value, "The value must have at least {0}");

    /// <summary>Below the least value.</summary>
    public static readonly ValidationMessage TooLow = Error(
        "NAL-VALUE-MIN", IssueCodes.Value, "The value is less than the least one allowed, {0}");

    /// <summary>Above the greatest value.</summary>
    public static readonly ValidationMessage TooHigh = Error(
        "NAL-VALUE-MAX", IssueCodes.Value, "The value is greater than the greatest one allowed, {0}");

    /// <summary>A value that cannot be compared.</summary>
    public static readonly ValidationMessage BoundIncomparable = Error(
        "NAL-VALUE-INCOMPARABLE", IssueCodes.Value, "The value cannot be compared with the bound {0}: give it in a unit that can");

    /// <summary>A date or time that cannot be compared with its bound, such as one less precise.</summary>
    public static readonly ValidationMessage BoundUndecided = Information(
        "NAL-VALUE-UNDECIDED", IssueCodes.Incomplete, "Whether the value keeps to the bound {0} could not be told: the two cannot be compared");

    /// <summary>Too many characters.</summary>
    public static readonly ValidationMessage TooLong = Error(
        "NAL-VALUE-LENGTH", IssueCodes.TooLong, "The text is longer than the {0} characters allowed: shorten it");

    /// <summary>A reference that leads where it must not.</summary>
    public static readonly ValidationMessage WrongPlace = Error(
        "NAL-REF-PLACE", IssueCodes.Structure, "The target must be given in one of these ways: {0}");

    /// <summary>A target that does not conform.</summary>
    public static readonly ValidationMessage TargetDoesNotConform = Error(
        "NAL-REF-PROFILE", IssueCodes.Structure, "The target of the reference conforms to none of: {0}");

    /// <summary>An element no slice takes.</summary>
    public static readonly ValidationMessage SliceClosed = Error(
        "NAL-SLICE-CLOSED", IssueCodes.Structure, "The element fits no slice, and {0} allows no other: correct or remove it");

    /// <summary>A slice after the others.</summary>
    public static readonly ValidationMessage SliceAfterOthers = Error(
        "NAL-SLICE-END", IssueCodes.Structure, "Elements of the slice {0} must stand before all that belong to no slice of {1}");

    /// <summary>Slices in another order.</summary>
    public static readonly ValidationMessage SliceOrder = Error(
        "NAL-SLICE-ORDER", IssueCodes.Structure, "The slice {0} must stand before those that follow it in {1}");

    /// <summary>An element two slices take.</summary>
    public static readonly ValidationMessage SliceAmbiguous = Error(
        "NAL-SLICE-AMBIGUOUS", IssueCodes.Structure, "The element fits the slice {0} and the slice {1} of {2}, but can belong to one only");

    /// <summary>A slice nobody can recognise.</summary>
    public static readonly ValidationMessage SliceUndecided = Information(
        "NAL-SLICE-UNDECIDED", IssueCodes.Incomplete, "The slice {0} of {1} was not checked: which elements belong to it could not be told");

    /// <summary>A profile asked for that is not here.</summary>
    public static readonly ValidationMessage NoSuchProfile = Error(
        "NAL-PROFILE-MISSING", IssueCodes.NotFound, "The profile {0} is not known here: load it, or correct its canonical");

    /// <summary>A profile the resource names that is not here.</summary>
    public static readonly ValidationMessage UnknownProfile = new(
        "NAL-PROFILE-UNKNOWN", IssueSeverity.Warning, IssueCodes.NotFound, "The profile {0}, which the resource names in meta.profile, is not known here and was not checked");

    /// <summary>A profile of another type.</summary>
    public static readonly ValidationMessage WrongProfileType = Error(
        "NAL-PROFILE-TYPE", IssueCodes.Structure, "The profile {0} is one of another type, {1}");

    /// <summary>A profile without snapshot.</summary>
    public static readonly ValidationMessage NoSnapshot = Error(
        "NAL-PROFILE-SNAPSHOT", IssueCodes.NotSupported, "The profile {0} has no snapshot, and none can be made of it: supply one");

    /// <summary>An update without id.</summary>
    public static readonly ValidationMessage NoId = Error(
        "NAL-MODE-ID", IssueCodes.Required, "A resource that is to be updated needs an id: add it");

    /// <summary>A response to nobody knows what.</summary>
    public static readonly ValidationMessage NoForm = Information(
        "NAL-FORM-UNNAMED", IssueCodes.Incomplete, "The response names no questionnaire, so its answers were not checked against one");

    /// <summary>A response to a questionnaire that is not here.</summary>
    public static readonly ValidationMessage UnknownForm = new(
        "NAL-FORM-UNKNOWN", IssueSeverity.Warning, IssueCodes.NotFound, "The questionnaire is not known here, so the answers could not be checked: load it, or correct its canonical");

    /// <summary>A questionnaire that cannot be used.</summary>
    public static readonly ValidationMessage UnusableForm = new(
        "NAL-FORM-UNUSABLE", IssueSeverity.Warning, IssueCodes.Incomplete, "The answers could not be checked: {0}");

    /// <summary>A link id the questionnaire does not have.</summary>
    public static readonly ValidationMessage UnknownLink = Error(
        "NAL-FORM-LINK", IssueCodes.NotFound, "The questionnaire has no item with this linkId: correct or remove it");

    /// <summary>An item below the wrong one.</summary>
    public static readonly ValidationMessage MisplacedItem = Error(
        "NAL-FORM-PLACE", IssueCodes.Structure, "The questionnaire has this item in another place: move it there");

    /// <summary>An item beside the answer it belongs in, or the reverse.</summary>
    public static readonly ValidationMessage MisnestedItem = Error(
        "NAL-FORM-NESTED", IssueCodes.Structure, "Items below a question stand in its answer, those of a group in the group itself: move it there");

    /// <summary>Items in another order.</summary>
    public static readonly ValidationMessage ItemOrder = new(
        "NAL-FORM-ORDER", IssueSeverity.Warning, IssueCodes.Structure, "The item stands after one that follows it in the questionnaire");

    /// <summary>An item given twice.</summary>
    public static readonly ValidationMessage ItemTwice = Error(
        "NAL-FORM-TWICE", IssueCodes.Structure, "The item stands here already: only groups that repeat may stand here again, and a question that repeats has several answers in one item");

    /// <summary>An answer where there is no question.</summary>
    public static readonly ValidationMessage UnwantedAnswer = Error(
        "NAL-FORM-ANSWER", IssueCodes.Structure, "A group, or a text to be shown, has no answer of its own: remove it");

    /// <summary>Several answers to a question that takes one.</summary>
    public static readonly ValidationMessage SeveralAnswers = Error(
        "NAL-FORM-REPEATS", IssueCodes.Structure, "The question takes one answer only: remove the others");

    /// <summary>An answer of another type.</summary>
    public static readonly ValidationMessage WrongAnswerType = Error(
        "NAL-FORM-TYPE", IssueCodes.Value, "The question wants an answer of the type {0}");

    /// <summary>An answer that was not offered.</summary>
    public static readonly ValidationMessage NotOffered = Error(
        "NAL-FORM-OPTION", IssueCodes.CodeInvalid, "The answer is none of those that the question offers: choose one of them");

    /// <summary>A question without answer.</summary>
    public static readonly ValidationMessage Unanswered = Error(
        "NAL-FORM-REQUIRED", IssueCodes.Required, "The item {0} of the questionnaire must be answered: add it");

    /// <summary>Too few answers.</summary>
    public static readonly ValidationMessage TooFewAnswers = Error(
        "NAL-FORM-FEW", IssueCodes.Required, "The questionnaire wants at least {0} of these: add what is missing");

    /// <summary>Too many answers.</summary>
    public static readonly ValidationMessage TooManyAnswers = Error(
        "NAL-FORM-MANY", IssueCodes.Structure, "The questionnaire takes at most {0} of these: remove what is too much");

    /// <summary>An answer to a question that was not asked.</summary>
    public static readonly ValidationMessage NotEnabled = Error(
        "NAL-FORM-DISABLED", IssueCodes.BusinessRule, "By the other answers this item is not asked: remove it, or correct the others");

    /// <summary>A computed value that is another one.</summary>
    public static readonly ValidationMessage WrongCalculation = Error(
        "NAL-FORM-CALCULATED", IssueCodes.Value, "The value is not the one that the questionnaire computes from the other answers: compute it again, or correct them");

    /// <summary>A computed value that is not there.</summary>
    public static readonly ValidationMessage NoCalculation = Error(
        "NAL-FORM-COMPUTE", IssueCodes.Required, "The questionnaire computes the item {0}, which becomes a record, from the other answers: add it");

    /// <summary>A computed value nobody can compute.</summary>
    public static readonly ValidationMessage CalculationUndecided = new(
        "NAL-FORM-UNDECIDED", IssueSeverity.Warning, IssueCodes.Incomplete, "Whether the value is the one that the questionnaire computes could not be told: {0}");

    /// <summary>More issues than are told.</summary>
    public static readonly ValidationMessage TooManyIssues = new(
        "NAL-LIMIT", IssueSeverity.Warning, IssueCodes.Incomplete, "There are more than {0} issues; the others are not told: correct these first");

    /// <summary>All of them, in the order of this table.</summary>
    public static IReadOnlyList<ValidationMessage> All { get; } =
    [
        .. typeof(ValidationMessages).GetFields().Select(field => field.GetValue(null)).OfType<ValidationMessage>(),
    ];

    private static ValidationMessage Information(string id, string code, string text) => new(id, IssueSeverity.Information, code, text);

    private static ValidationMessage Error(string id, string code, string text) => new(id, IssueSeverity.Error, code, text);
}
