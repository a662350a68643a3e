using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Apply.Writing;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>
/// Applies definitions to patients: <c>PlanDefinition/$apply</c> and <c>ActivityDefinition/$apply</c> of FHIR R4. What cannot be decided or computed
/// stays in the result and is told in an OperationOutcome contained in it: unknown never reads as no.
/// </summary>
public sealed class Application
{
    private readonly ApplyRequest _request;
    private readonly IssueList _issues;
    private readonly ExpressionRunner _expressions;
    private readonly PlanCalendar _calendar;
    private readonly Schedules _schedules;
    private readonly ActionDates _dates;
    private readonly Activities _activities;
    private readonly CancellationToken _cancellationToken;

    private Application(ApplyRequest request, CancellationToken cancellationToken)
    {
        _request = request;
        _issues = new(request.Issues);
        _expressions = new(request);
        _calendar = new(request.Chart.Zone);
        _schedules = new(_calendar, request.Limits.MaxEvents);
        _dates = new(request, _expressions, _calendar, _schedules, _issues);
        _activities = new(request, _expressions, _calendar, _schedules, _dates, _issues, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Applies a PlanDefinition.</summary>
    /// <param name="request">What to apply to whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A CarePlan with contained RequestGroup, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ApplyResult ApplyPlan(ApplyRequest request, CancellationToken cancellationToken) => Guarded(() => new Application(request, cancellationToken).Plan());

    /// <summary>Applies an ActivityDefinition.</summary>
    /// <param name="request">What to apply to whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The draft, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ApplyResult ApplyActivity(ApplyRequest request, CancellationToken cancellationToken)
        => Guarded(() => new Application(request, cancellationToken).Activity());

    private static ApplyResult Guarded(Func<JsonObject> apply)
    {
        try
        {
            return new(apply(), null);
        }
        catch (ApplyFaultException fault)
        {
            return new(null, fault.Issue);
        }
    }

    private JsonObject Plan()
    {
        var tree = new ActionTree(_request, _expressions, _issues, _cancellationToken);
        var actions = tree.Read(_request.Definition);
        TellUnreachable();
        TellWithoutSubject(tree.HooksOfUnbound);
        foreach (var action in actions) Date(action);
        var ids = new IdAllocator();
        var carePlan = new CarePlanWriter(_request, ids);
        var goals = new GoalWriter(_request, _expressions, _calendar, ids, _issues);
        List<JsonObject> written = [.. tree.Plans.SelectMany(plan => goals.Write(plan, _dates.DayZero(plan)))];
        var group = new GroupWriter(_request, _expressions, _activities, ids, _issues, _cancellationToken);
        var groupActions = group.Write(actions);
        return carePlan.Write(groupActions, written, group.Drafts, _issues.All);
    }

    /// <summary>An action that can apply at no event is a fault of the plan, not a choice of the hook: the record decides nothing about it.</summary>
    private void TellUnreachable()
    {
        foreach (var (action, above) in PlanEvents.Unreachable(_request.Definition, _request.Definitions, _request.Limits))
        {
            _issues.AddLeftOut(
                action,
                IssueCodes.Conflict,
                $"it belongs to {Listed(PlanEvents.Of(action))}, and what it stands in applies only at {Listed(above)}. "
                    + "Whatever the record says, no event reaches it: give both an event in common.");
        }

        static string Listed(IEnumerable<string?> events) => string.Join(", ", events.OfType<string>().Select(name => name.Length > 60 ? name[..60] : name));
    }

    /// <summary>Rules are silent where there is nothing for them to judge: that clears nothing.</summary>
    private void TellWithoutSubject(IEnumerable<string> ofUnbound)
    {
        List<string> hooks = _request.Hook is { } given ? [given] : [.. PlanEvents.Of(_request.Definition, _request.Definitions).Union(ofUnbound)];
        foreach (var text in HookSubjects.Missing(hooks, _request.Chart)) _issues.Add(IssueCodes.Incomplete, text, null);
    }

    private void Date(PlannedAction action)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _dates.Of(action);
        foreach (var child in action.Children) Date(child);
    }

    private JsonObject Activity()
    {
        ApplyIssue? fault = null;
        _issues.AddIfRetired(_request.Definition);
        var draft = _activities.Of(_request.Definition, _request.Definition.Text("intent") ?? "proposal", null, null, Report)
            ?? throw new ApplyFaultException(fault!);
        Activities.Check(draft, Report);
        if (_issues.All.Count > 0) ActivityIssues.AddTo(draft, _issues.All);
        return draft;

        void Report(string code, string text)
        {
            fault = new(code, text);
            _issues.Add(code, text, null);
        }
    }
}
