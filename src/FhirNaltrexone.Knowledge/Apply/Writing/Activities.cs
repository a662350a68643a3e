using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Apply.Values;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Makes draft resources of ActivityDefinitions and Questionnaires.</summary>
internal sealed class Activities(
    ApplyRequest request,
    ExpressionRunner expressions,
    PlanCalendar calendar,
    Schedules schedules,
    ActionDates dates,
    IssueList issues,
    CancellationToken cancellationToken)
{
    private const int MostPlaces = 10;

    // How often something is done, apart from when it begins and ends.
    private static readonly string[] Limits = ["boundsDuration", "boundsRange", "boundsPeriod", "count", "countMax"];

    private string Subject => $"Patient/{request.Chart.PatientId}";

    /// <summary>The draft for an action of a plan: R4 wants a resource of each (rqg-1), so what has no usable definition is a task.</summary>
    /// <param name="action">The action.</param>
    /// <param name="written">The same in the result, with what was computed: a task says it too.</param>
    public JsonObject Of(PlannedAction action, JsonObject written)
    {
        var draft = Defined(action) ?? Dated(Doing(action.Id, written), action.When);
        foreach (var reason in action.Json.Items("reason")) AddReason(draft, reason);
        return draft;
    }

    /// <summary>The draft of an ActivityDefinition.</summary>
    /// <param name="definition">The ActivityDefinition.</param>
    /// <param name="intent">Intent of the draft.</param>
    /// <param name="when">When it is due; null when its own timing decides.</param>
    /// <param name="hook">The event that values are computed at; null outside events.</param>
    /// <param name="report">Takes issue code and text.</param>
    public JsonObject? Of(JsonElement definition, string intent, When? when, string? hook, Action<string, string> report)
    {
        List<string> lost = [];
        if (ActivityTemplate.Draft(definition.Canonical(), definition, intent, lost) is not { } template)
        {
            report(IssueCodes.NotSupported, $"Nothing can be made of an activity of the kind '{definition.Text("kind")}'.");
            return null;
        }

        if (lost.Count > 0) report(IssueCodes.NotSupported, $"These elements of the activity are not carried over to a {template.Kind}: {string.Join(", ", lost)}.");
        var draft = template.Resource.Copy().AsObject();
        AddContext(draft, template.Kind);
        AddProfile(draft, definition);
        AddPerformers(draft, template.Kind, definition, report);
        Date(draft, when ?? Own(draft, definition, report), isOwn: when is null, report);
        AddComputed(draft, definition, hook, report);
        return draft;
    }

    /// <summary>Sets the elements that expressions give.</summary>
    public void Compute(
        JsonObject draft, IEnumerable<(string Path, JsonElement Expression)> values, PlanScope scope, string? hook, Action<string, string> report)
    {
        var check = new DraftCheck(draft);
        var count = 0;
        foreach (var (path, expression) in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > request.Limits.MaxValues) throw request.Limits.TooManyValues();
            Compute(draft, check, path, expression, scope, hook, report);
        }
    }

    private void Compute(JsonObject draft, DraftCheck check, string path, JsonElement expression, PlanScope scope, string? hook, Action<string, string> report)
    {
        var kind = draft["resourceType"]!.GetValue<string>();
        var result = expressions.Evaluate(expression, scope, hook);
        var changed = draft.DeepClone().AsObject();
        var plain = path.TrimStart('%');
        if (plain.StartsWith(kind + ".", StringComparison.Ordinal)) plain = plain[(kind.Length + 1)..];
        var fault = result.Failure ?? (result.Value is null ? "the record does not tell" : ElementSetter.Set(changed, TypeCatalogue.Core.Find(kind)!, plain, result.Value) ?? Misuse(draft, changed, check));
        if (fault is null) draft.Become(changed);
        else report(result.Failure is null ? IssueCodes.Value : result.Code, $"The element {Shown(path)} of the {kind} could not be computed: {fault}. Please fill it in by hand.");
    }

    /// <summary>Tells where a draft, made and computed, is not as R4 demands.</summary>
    public static void Check(JsonObject draft, Action<string, string> report)
    {
        List<string> places = [.. DraftCheck.Faults(draft).Select(issue => Shown(issue.Expression ?? "")).Distinct().Take(MostPlaces)];
        if (places.Count > 0) report(IssueCodes.Incomplete, $"The draft is not yet as FHIR R4 demands, at {string.Join(", ", places)}. Please fill it in by hand.");
    }

    /// <summary>What is computed makes no order of a draft, none for somebody else, and none that R4 does not allow.</summary>
    private static string? Misuse(JsonObject draft, JsonObject changed, DraftCheck check)
    {
        if (!IsSame("status")) return "only drafts are made";
        if (!IsSame("subject") || !IsSame("for")) return "it is for the patient asked about";
        return check.IsSpoilt(changed) ? "FHIR R4 does not allow the value there" : null;

        bool IsSame(string name) => JsonNode.DeepEquals(draft[name], changed[name]);
    }

    private static string Shown(string path) => path.Length > 120 ? path[..120] : path;

    private JsonObject? Defined(PlannedAction action) => action.Definition is not { } definition ? null
        : definition.Text("resourceType") == "Questionnaire" ? Dated(Answering(definition), action.When)
        : Of(definition, "option", action.When, action.Hook, (code, text) => issues.AddTo(action.Id, code, text));

    private JsonObject Dated(JsonObject task, When? when)
    {
        Date(task, when, isOwn: false, (_, _) => { });
        return task;
    }

    private JsonObject Doing(string id, JsonObject written)
    {
        var title = Text("title") ?? Text("textEquivalent") ?? id;
        var task = Task(title, Text("description") ?? title);
        if (Text("priority") is { } priority) task["priority"] = priority;
        return task;

        string? Text(string name) => written[name]?.GetValue<string>();
    }

    private JsonObject Answering(JsonElement questionnaire)
    {
        var title = questionnaire.Text("title") ?? questionnaire.Text("name") ?? questionnaire.Text("url") ?? "";
        var task = Task("Complete questionnaire", $"Complete the questionnaire: {title}");
        task["input"] = new JsonArray(new JsonObject
        {
            ["type"] = new JsonObject { ["text"] = "questionnaire" },
            ["valueCanonical"] = questionnaire.Canonical(),
        });
        return task;
    }

    private JsonObject Task(string code, string description)
    {
        var task = new JsonObject
        {
            ["resourceType"] = "Task",
            ["status"] = "draft",
            ["intent"] = "option",
            ["code"] = new JsonObject { ["text"] = code },
            ["description"] = description,
        };
        AddContext(task, "Task");
        return task;
    }

    private void AddContext(JsonObject draft, string kind)
    {
        draft[kind == "Task" ? "for" : "subject"] = JsonCopies.Reference(Subject);
        if (request.Encounter is { } encounter) draft["encounter"] = JsonCopies.Reference(encounter);
        draft["authoredOn"] = Moment.At(TimeZoneInfo.ConvertTime(request.Now, request.Chart.Zone)).ToString();
        if (request.Practitioner is { } practitioner) draft["requester"] = JsonCopies.Reference(practitioner);
    }

    private static void AddProfile(JsonObject draft, JsonElement definition)
    {
        if (definition.Text("profile") is { } profile) draft["meta"] = new JsonObject { ["profile"] = new JsonArray(profile) };
    }

    /// <summary>A task has room for all roles, most requests for one, a message for none; who has no role has no room anywhere.</summary>
    private static void AddPerformers(JsonObject draft, string kind, JsonElement definition, Action<string, string> report)
    {
        List<JsonElement> participants = [.. definition.Items("participant")];
        var room = kind switch { "Task" => participants.Count, "CommunicationRequest" => 0, _ => 1 };
        List<JsonElement> kept = [.. participants.Where(participant => participant.Child("role") is not null).Take(room)];
        var roles = kept.ConvertAll(participant => participant.Child("role")!.Value.Copy());
        if (roles.Count > 0) draft["performerType"] = kind == "Task" ? new JsonArray([.. roles]) : roles[0];
        List<string> lost = [.. participants.Except(kept).Select(participant => (participant.Child("role") is { } role ? InWords(role) : participant.Text("type")) ?? "one without a name")];
        if (lost.Count > 0) report(IssueCodes.NotSupported, $"These participants of the activity have no place in a {kind}: {string.Join(", ", lost.Select(Shown))}.");
    }

    /// <summary>A reason of an action goes where the kind of request has room for it: a task has one, and notes.</summary>
    private static void AddReason(JsonObject draft, JsonElement reason)
    {
        if (draft["resourceType"]!.GetValue<string>() != "Task") draft.AddTo("reasonCode", reason.Copy());
        else if (draft["reasonCode"] is null) draft["reasonCode"] = reason.Copy();
        else if (InWords(reason) is { } text) draft.AddTo("note", new JsonObject { ["text"] = $"Reason: {text}" });
    }

    /// <summary>A concept in words, as far as it has any.</summary>
    internal static string? InWords(JsonElement concept) => concept.Text("text") ?? concept.FirstCoding()?.Display ?? concept.FirstCoding()?.Code;

    private When? Own(JsonObject draft, JsonElement definition, Action<string, string> report)
    {
        if (draft["occurrenceDateTime"] is not null) return null;
        var own = dates.Timing(definition, null, calendar.DayZero(request.Now), out var failure);
        if (failure is not null) report(IssueCodes.Value, $"The draft has no date: {failure}.");
        return own;
    }

    /// <summary>
    /// Dates a draft, and tells what it cannot take. What an action says stands in the RequestGroup too, so that only a draft without any date, or with
    /// another one, needs a word.
    /// </summary>
    private void Date(JsonObject draft, When? when, bool isOwn, Action<string, string> report)
    {
        if (when is null || (when.Start ?? when.End) is null) return;
        var (kind, lost) = (draft["resourceType"]!.GetValue<string>(), default(string));
        switch (kind)
        {
            case "MedicationRequest":
                lost = DateDosages(draft, when, isOwn);
                break;
            case "Task":
                draft["restriction"] = new JsonObject { ["period"] = when.Period() };
                draft.Remove("executionPeriod");
                lost = isOwn ? Repetition(when) : null;
                break;
            case "CommunicationRequest":
                var (name, value) = (when.Timing is null ? when : when with { Timing = null, IsPeriod = true }).Write("occurrence");
                SetOccurrence(draft, name, value);
                lost = isOwn ? Repetition(when) : null;
                break;
            default:
                lost = DateRequest(draft, when);
                break;
        }

        if (lost is not null) report(IssueCodes.NotSupported, $"The timing is not carried over to the {kind}: {lost}. Please look at it by hand.");
    }

    private static string? Repetition(When when) => when.Timing is null ? null : "its repetition has no place there";

    private string? DateDosages(JsonObject draft, When when, bool isOwn)
    {
        List<JsonObject> dosages = [.. (draft["dosageInstruction"] as JsonArray ?? []).OfType<JsonObject>()];
        if (dosages.Count == 0) return "there is no dosage to take it";
        List<string?> lost = dosages.ConvertAll(dosage => Date(dosage, when, "timing"));
        return lost.OfType<string>().FirstOrDefault() ?? (isOwn && dosages.Exists(dosage => dosage["timing"] is null) ? "it is taken as needed" : null);
    }

    private string? DateRequest(JsonObject draft, When when)
    {
        if (draft["occurrenceTiming"] is JsonObject pattern && when.Timing is null && when.Start is { } start)
        {
            var dated = Scheduled(pattern, start, when.IsPeriod ? when.End : null);
            draft["occurrenceTiming"] = dated.Timing!.DeepClone();
            return LiesOutside(dated, when) ? "it has dates of its own" : null;
        }

        var (name, value) = when.Write("occurrence");
        SetOccurrence(draft, name, value);
        return null;
    }

    private static void SetOccurrence(JsonObject draft, string name, JsonNode value)
    {
        foreach (var other in new[] { "occurrenceDateTime", "occurrencePeriod", "occurrenceTiming" }) draft.Remove(other);
        draft[name] = value;
    }

    /// <summary>The pattern of a dosage starts when the action does; without a pattern the dates of the action are those of the dosage.</summary>
    /// <returns>What cannot be taken over, as a part of a sentence; null when all is.</returns>
    private string? Date(JsonObject dosage, When when, string element)
    {
        if (dosage[element] is JsonObject pattern)
        {
            if (when.Start is not { } start) return "the dosage has another timing";
            var dated = Scheduled(pattern, start, when.IsPeriod || when.Timing is not null ? when.End : null);
            dosage[element] = dated.Timing!.DeepClone();
            return (when.Timing is { } rhythm ? IsOther(rhythm, pattern) : LiesOutside(dated, when)) ? "the dosage has another timing" : null;
        }

        if (when.Timing is { } timing) dosage[element] = timing.DeepClone();
        else if (when.IsPeriod) dosage[element] = new JsonObject { ["repeat"] = new JsonObject { ["boundsPeriod"] = when.Period() } };
        else if (!IsAsNeeded(dosage)) dosage[element] = new JsonObject { ["event"] = new JsonArray(when.Start.ToString()) };
        return null;
    }

    private When Scheduled(JsonObject pattern, Moment start, Moment? last) => schedules.From(JsonSerializer.SerializeToElement(pattern), start, last);

    /// <summary>Whether dates are not those of an action: a timing that says its dates itself keeps them.</summary>
    private static bool LiesOutside(When dated, When when)
        => dated.Timing!["repeat"] is null
            && (dated.Start?.Date < when.Start?.Date || dated.End?.Date > (when.IsPeriod ? when.End : when.Start)?.Date);

    /// <summary>Whether two timings ask for different things. A code such as BID may stand for a repetition, or beside it.</summary>
    private static bool IsOther(JsonObject one, JsonObject other)
    {
        var rhythm = Rhythm(one);
        if (!JsonNode.DeepEquals(rhythm, Rhythm(other))) return true;
        var (code, same) = (one["code"], other["code"]);
        return rhythm.Count > 1
            ? code is not null && same is not null && !JsonNode.DeepEquals(code, same)
            : !JsonNode.DeepEquals(code, same) || !JsonNode.DeepEquals(one["event"], other["event"]);
    }

    private static JsonObject Rhythm(JsonObject timing)
    {
        var repeat = timing["repeat"]?.DeepClone() as JsonObject ?? [];
        foreach (var limit in Limits) repeat.Remove(limit);
        repeat["frequency"] ??= 1;
        return repeat;
    }

    /// <summary>What is taken when needed, such as a rescue medicine, is handed out on the day of the action and not taken on it.</summary>
    private static bool IsAsNeeded(JsonObject dosage) => dosage["asNeededBoolean"]?.GetValue<bool>() == true || dosage["asNeededCodeableConcept"] is not null;

    private void AddComputed(JsonObject draft, JsonElement definition, string? hook, Action<string, string> report)
    {
        if (!definition.Items("dynamicValue").Any()) return;
        var scope = ActionTree.Scope(request, definition, issues);
        Compute(draft, definition.Items("dynamicValue").Select(dynamic => (dynamic.Text("path") ?? "", dynamic.Child("expression") ?? default)), scope, hook, report);
    }
}
