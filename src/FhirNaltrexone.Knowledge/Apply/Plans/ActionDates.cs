using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>
/// Finds when actions are due. A computed date comes first, then the offset from another action, then the action's own timing from day 0; a
/// computed date that is not known leaves the action without one, never with a worse guess. A schedule starts at the date found.
/// </summary>
internal sealed class ActionDates(ApplyRequest request, ExpressionRunner expressions, PlanCalendar calendar, Schedules schedules, IssueList issues)
{
    private readonly Moment _dayZero = calendar.DayZero(request.Now);

    /// <summary>Dates an action, and what its date depends on.</summary>
    public When? Of(PlannedAction action)
    {
        if (action.Dating == DatingState.Begun)
        {
            issues.AddTo(action.Id, IssueCodes.BusinessRule, "Its date depends on itself by way of other actions.");
            return null;
        }

        if (action.Dating == DatingState.Done) return action.When;
        action.Dating = DatingState.Begun;
        action.When = Find(action);
        action.Dating = DatingState.Done;
        return action.When;
    }

    /// <summary>Day 0 of a plan: the date of the action that brought it in, else that of the request.</summary>
    public Moment DayZero(PlanInstance plan)
        => plan.DayZero ??= plan.Host is null ? _dayZero : (plan.Host.Dating == DatingState.Begun ? null : Of(plan.Host))?.Start ?? DayZero(plan.Host.Plan);

    /// <summary>When a timing[x] of a definition is, counted from a day; null, with a failure, when it cannot be used.</summary>
    /// <param name="owner">The action or ActivityDefinition.</param>
    /// <param name="anchor">Where lengths of time and schedules start; null for day 0.</param>
    /// <param name="dayZero">Day 0.</param>
    /// <param name="failure">What is wrong, as a part of a sentence.</param>
    public When? Timing(JsonElement owner, Moment? anchor, Moment dayZero, out string? failure)
    {
        failure = null;
        if (owner.Text("timingDateTime") is { } text) return calendar.Read(text) is { } moment ? When.At(moment) : Fail("timingDateTime names no day", out failure);
        if (owner.Child("timingPeriod") is { } period) return Period(period) ?? Fail("timingPeriod names no day", out failure);
        if (owner.Child("timingDuration") is { } length) return After(dayZero, Offset.Read(length)) ?? Fail("timingDuration is no whole length of time", out failure);
        if (owner.Child("timingRange") is { } range) return After(dayZero, range, isBefore: false) ?? Fail("timingRange is no whole length of time", out failure);
        if (owner.Child("timingAge") is { } age) return Birth() is { } born && After(born, Offset.Read(age)) is { } due ? due : Fail("timingAge needs a birth date and a whole age", out failure);
        return owner.Child("timingTiming") is { } timing ? schedules.From(timing, anchor ?? schedules.OwnStart(timing) ?? dayZero, null) : null;
    }

    private static When? Fail(string text, out string failure)
    {
        failure = text;
        return null;
    }

    private When? Find(PlannedAction action)
    {
        var dayZero = DayZero(action.Plan);
        var pattern = action.Json.Child("timingTiming");
        if (action.Json.Items("dynamicValue").FirstOrDefault(IsTiming) is { ValueKind: JsonValueKind.Object } dynamic)
        {
            var computed = Computed(action, dynamic, dayZero);
            return computed is not null && pattern is { } every ? Scheduled(every, computed) : computed;
        }

        var (isRelated, related) = Related(action);
        if (related is not null) return pattern is { } every ? Scheduled(every, related) : related;
        if (isRelated) return null;
        var own = Timing(action.Json, null, dayZero, out var failure);
        if (failure is not null) issues.AddTo(action.Id, IssueCodes.Value, $"It has no date: {failure}.");
        return own;
    }

    /// <summary>Whether a dynamicValue gives the timing of an action, of whatever type.</summary>
    public static bool IsTiming(JsonElement dynamic) => PlannedAction.Path(dynamic).Path
        is "timing" or "timing[x]" or "timingDateTime" or "timingPeriod" or "timingTiming" or "timingDuration" or "timingRange" or "timingAge";

    private When Scheduled(JsonElement pattern, When from)
        => from.Timing is not null || from.Start is not { } start ? from : schedules.From(pattern, start, from.IsPeriod ? from.End : null);

    private When? Computed(PlannedAction action, JsonElement dynamic, Moment dayZero)
    {
        var result = expressions.Evaluate(dynamic.Child("expression") ?? default, action.Plan.Scope, action.Hook);
        if (Read(result.Value, dayZero) is { } when) return when;
        var reason = result.Failure ?? (result.Value is null ? "the record does not tell" : "the value names no day");
        issues.AddTo(action.Id, result.Failure is null ? IssueCodes.Value : result.Code, $"Its date could not be computed: {reason}. Please find it by hand.");
        return null;
    }

    private When? Read(object? value, Moment dayZero) => value switch
    {
        object?[] { Length: 1 } one => Read(one[0], dayZero),
        string text => calendar.Read(text) is { } moment ? When.At(moment) : null,
        CqlDate or CqlDateTime => calendar.Read(value.ToString()) is { } moment ? When.At(moment) : null,
        CqlInterval interval => Read(interval),
        CqlQuantity quantity => After(dayZero, Offset.Read(quantity)),
        FhirElement { TypeName: "Period" } period => Period(period.Json),
        FhirElement { TypeName: "Duration" or "Quantity" or "Age" } quantity => After(dayZero, Offset.Read(quantity.Json)),
        FhirElement { TypeName: "Timing" } timing => schedules.From(timing.Json, schedules.OwnStart(timing.Json) ?? dayZero, null),
        FhirElement { Json.ValueKind: JsonValueKind.String } text => calendar.Read(text.Json.GetString()) is { } moment ? When.At(moment) : null,
        _ => null,
    };

    private When? Read(CqlInterval interval)
    {
        var low = interval.Low is CqlDate or CqlDateTime ? calendar.Read(interval.Low.ToString()) : null;
        var high = interval.High is CqlDate or CqlDateTime ? calendar.Read(interval.High.ToString()) : null;
        if (low is { HasClock: false } first && !interval.LowClosed) low = calendar.Add(first, new(1, 0, default));
        if (high is { HasClock: false } last && !interval.HighClosed) high = calendar.Add(last, new(-1, 0, default));
        return low is null && high is null ? null : When.Between(low, high);
    }

    private When? Period(JsonElement period)
        => (calendar.Read(period.Text("start")), calendar.Read(period.Text("end"))) is var (start, end) && (start ?? end) is not null ? When.Between(start, end) : null;

    private When? After(Moment from, Offset? offset) => offset is { } length && calendar.Add(from, length) is { } moment ? When.At(moment) : null;

    private When? After(Moment from, JsonElement range, bool isBefore)
    {
        var low = range.Child("low") is { } least ? Offset.Read(least) : null;
        var high = range.Child("high") is { } most ? Offset.Read(most) : null;
        if (low is null && high is null) return null;
        var (first, last) = isBefore ? (high?.Negated, low?.Negated) : (low, high);
        var when = When.Between(first is { } from1 ? calendar.Add(from, from1) : null, last is { } to ? calendar.Add(from, to) : null);
        return when.Start is null && when.End is null ? null : when;
    }

    private Moment? Birth()
        => calendar.Read(request.Chart.Resources.FirstOrDefault(resource => FhirJson.IsType(resource, "Patient"u8)).Text("birthDate"));

    /// <summary>The date by relations to other actions, and whether there is a relation that should give one.</summary>
    private (bool IsRelated, When? Date) Related(PlannedAction action)
    {
        List<When> after = [];
        List<When> before = [];
        var isRelated = false;
        foreach (var relation in action.Json.Items("relatedAction").Where(GivesDate))
        {
            var (isHere, date) = Related(action, relation);
            isRelated |= isHere;
            if (date is not null) (IsBefore(relation) ? before : after).Add(date);
        }

        var latest = after.MaxBy(when => when.Start ?? when.End);
        var earliest = before.MinBy(when => when.Start ?? when.End);
        if (latest?.Start is { } from && (earliest?.End ?? earliest?.Start) is { } to && from.CompareTo(to) > 0)
            issues.AddTo(action.Id, IssueCodes.Conflict, "It should be after one action and before another one, and both cannot be. The later date is given.");
        return (isRelated, latest ?? earliest);
    }

    private (bool IsHere, When? Date) Related(PlannedAction action, JsonElement relation)
    {
        var id = relation.Text("actionId") ?? "";
        if (!action.Plan.ById.TryGetValue(id, out var anchor))
        {
            var reason = action.Plan.Removed.Contains(id) ? "does not apply" : "is none of the plan";
            if (!HasOwnTiming(action.Json)) issues.AddTo(action.Id, IssueCodes.NotFound, $"It has no date: it is counted from the action {Shown(id)}, which {reason}.");
            return (false, null);
        }

        if (Base(relation, Of(anchor)) is not { } from)
        {
            issues.AddTo(action.Id, IssueCodes.Incomplete, $"It has no date: the action {anchor.Id}, from which it is counted, has none.");
            return (true, null);
        }

        var when = Away(relation, from);
        if (when is null) issues.AddTo(action.Id, IssueCodes.Value, $"It has no date: its offset from the action {anchor.Id} is no whole length of time.");
        return (true, when);
    }

    private When? Away(JsonElement relation, Moment from)
    {
        var isBefore = IsBefore(relation);
        if (relation.Child("offsetRange") is { } range) return After(from, range, isBefore);
        if (relation.Child("offsetDuration") is not { } duration) return When.At(from);
        var length = Offset.Read(duration);
        return After(from, isBefore ? length?.Negated : length);
    }

    /// <summary>Before and after without an offset tell an order, and no date.</summary>
    private static bool GivesDate(JsonElement relation)
        => relation.Child("offsetDuration") is not null || relation.Child("offsetRange") is not null
            || relation.Text("relationship")?.StartsWith("concurrent", StringComparison.Ordinal) == true;

    private static bool IsBefore(JsonElement relation) => relation.Text("relationship")?.StartsWith("before", StringComparison.Ordinal) == true;

    private static Moment? Base(JsonElement relation, When? anchor) => relation.Text("relationship") switch
    {
        "before-end" or "after-end" or "concurrent-with-end" or "after" => anchor?.End ?? anchor?.Start,
        _ => anchor?.Start,
    };

    private static bool HasOwnTiming(JsonElement action) => action.EnumerateObject().Any(member => member.Name.StartsWith("timing", StringComparison.Ordinal));

    private static string Shown(string id) => id.Length > 64 ? id[..64] : id;
}
