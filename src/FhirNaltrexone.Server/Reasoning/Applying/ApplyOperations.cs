using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Apply.Writing;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Reasoning.Charts;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary><c>PlanDefinition/$apply</c> and <c>ActivityDefinition/$apply</c> (FHIR R4): nothing is stored; the client decides what becomes of the drafts.</summary>
internal sealed class ApplyOperations(
    DefinitionReader definitions, ContentSet content, PatientCharts charts, IResourceStore store, TimeProvider clock, IOptions<ReasoningOptions> options)
{
    /// <summary>The operation on plans.</summary>
    public FhirOperation OfPlan => Operation("PlanDefinition");

    /// <summary>The operation on activities.</summary>
    public FhirOperation OfActivity => Operation("ActivityDefinition");

    private FhirOperation Operation(string type) => new()
    {
        Name = "apply",
        Definition = $"http://hl7.org/fhir/OperationDefinition/{type}-apply",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = [type],
        Handler = (call, cancellationToken) => AnswerAsync(type, call, cancellationToken),
    };

    private async Task<FhirAnswer> AnswerAsync(string type, OperationCall call, CancellationToken cancellationToken)
    {
        var read = ApplyInput.Read(call, char.ToLowerInvariant(type[0]) + type[1..], clock);
        if (read.Refusal is { } wrong) return FhirAnswer.Refused(wrong);
        var closure = await definitions.ReadAsync(type, call.Id, read.Value!, cancellationToken).ConfigureAwait(false);
        if (closure.Refusal is { } unusable) return FhirAnswer.Refused(unusable);
        var input = read.Value!;
        var hooks = PlanEvents.Of(closure.Value!.Root, closure.Value.Definitions);
        if (input.Hook is { } hook && !hooks.Contains(hook)) return FhirAnswer.Refused(Unknown(hooks));
        List<Issue> issues = [];
        var given = CallContext.Read(input.Parameters, null, input.Patient, issues);
        if (issues.Count > 0) return FhirAnswer.Refused(new Refusal(400, issues));

        // Actions of no event are tried at hooks, which judge drafts.
        var tried = PlanEvents.BindsAll(closure.Value.Root) ? hooks : hooks.Concat(closure.Value.Hooks);
        var needs = HookNeeds.Of(input.Hook is null ? tried : [input.Hook]);
        var chart = await charts.ReadAsync(new(input.Patient, input.Data, input.UsesStore), [.. closure.Value.Needs, needs], cancellationToken).ConfigureAwait(false);
        if (chart.Refusal is { } missing) return FhirAnswer.Refused(missing);
        using var patient = chart.Value!;
        var context = await ContextAsync(input, patient, cancellationToken).ConfigureAwait(false);
        return context.Refusal is { } foreign
            ? FhirAnswer.Refused(foreign)
            : Apply(type, input, Request(input, closure.Value!, patient, given, context.Value!), cancellationToken);
    }

    private static Refusal Unknown(IReadOnlyList<string> hooks) => new(
        400,
        IssueCodes.Value,
        hooks.Count == 0 ? "No action of this plan belongs to an event: there is no hook to name." : $"No action of this plan belongs to this event; there are: {string.Join(", ", hooks)}.",
        "hook");

    private ApplyRequest Request(ApplyCall input, DefinitionClosure closure, PatientChart patient, CallContext given, Dictionary<string, JsonElement> context) => new()
    {
        Definition = closure.Root,
        Chart = given.With(patient.Chart),
        Now = input.Now,
        Hook = input.Hook,
        Definitions = closure.Definitions,
        Libraries = closure.Libraries,
        HooksOf = content.HooksOf,
        Encounter = input.Encounter,
        Practitioner = input.Practitioner,
        Organization = input.Organization,
        Context = context,
        Issues = [.. patient.Issues.Select(issue => new ApplyIssue(issue.Code, issue.Text, issue.Expression))],
        Limits = ApplyLimits.Default with { MaxActions = options.Value.MaxActions, MaxEvents = options.Value.MaxEvents, Longest = TimeSpan.FromSeconds(options.Value.ApplySeconds) },
    };

    private FhirAnswer Apply(string type, ApplyCall input, ApplyRequest request, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ApplySeconds), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            var result = type == "PlanDefinition" ? Application.ApplyPlan(request, both.Token) : Application.ApplyActivity(request, both.Token);
            return result.Fault is { } fault
                ? FhirAnswer.Refused(new Refusal(422, fault.Code, fault.Text, fault.Expression))
                : FhirAnswer.Of(new ResourceBody(JsonSerializer.SerializeToUtf8Bytes(input.IsBundle ? DraftBundle.Of(result.Resource!) : result.Resource!)));
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return FhirAnswer.Refused(422, IssueCodes.Timeout, $"The definition could not be applied within {options.Value.ApplySeconds} seconds.");
        }
    }

    /// <summary>What is given or stored of encounter, practitioner and organization; what is neither stays a mere reference.</summary>
    private async ValueTask<Result<Dictionary<string, JsonElement>>> ContextAsync(ApplyCall input, PatientChart patient, CancellationToken cancellationToken)
    {
        var context = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var guard = new PatientGuard(input.Patient, static _ => null);
        foreach (var (name, reference) in new[] { ("encounter", input.Encounter), ("practitioner", input.Practitioner), ("organization", input.Organization) })
        {
            if (reference is null || await FindAsync(reference, input, patient, cancellationToken).ConfigureAwait(false) is not { } found) continue;
            if (guard.ForeignMember(found) is not null) return new Refusal(422, IssueCodes.BusinessRule, $"The {name} belongs to another patient.", name);
            context[name] = found;
        }

        return context;
    }

    private async ValueTask<JsonElement?> FindAsync(string reference, ApplyCall input, PatientChart patient, CancellationToken cancellationToken)
    {
        foreach (var resource in patient.Chart.Resources)
        {
            if (FhirJson.KeyOf(resource) == reference) return resource;
        }

        if (!input.UsesStore || reference.Split('/') is not [var type, var id]) return null;
        return await store.ReadAsync(new(type, id), cancellationToken).ConfigureAwait(false) is { IsDeleted: false } stored ? JsonElement.Parse(stored.Json.Span) : null;
    }
}
