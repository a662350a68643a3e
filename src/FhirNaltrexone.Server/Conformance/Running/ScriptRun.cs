using FhirNaltrexone.Server.Conformance.Asserts;
using FhirNaltrexone.Server.Conformance.Reports;
using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>
/// Runs one script against one server (FHIR R4, TestScript). What fails in the setup ends the run, what fails in a test ends the test; the teardown
/// is done always. Made anew for each run.
/// </summary>
internal sealed class ScriptRun(TestScript script, ScriptClient client, Assertions assertions, TimeProvider clock)
{
    private readonly ScriptState _state = new(script);

    /// <summary>Runs the script.</summary>
    public async Task<RunReport> RunAsync(CancellationToken cancellationToken)
    {
        var setup = await RunAsync([.. Creations(), .. script.Setup.Select(Step)], isStopped: false, cancellationToken).ConfigureAwait(false);
        var isStopped = setup.Any(action => action.IsBad);
        var tests = new List<TestRecord>(script.Tests.Count);
        foreach (var test in script.Tests)
        {
            tests.Add(new(test.Name, test.Description, await RunAsync([.. test.Actions.Select(Step)], isStopped, cancellationToken).ConfigureAwait(false)));
        }

        var teardown = new List<ActionReport>();
        foreach (var step in script.Teardown.Select(Step).Concat(Deletions()))
        {
            teardown.AddRange(await RunAsync([step], isStopped: false, cancellationToken).ConfigureAwait(false));
        }

        return new(script, client.Server, clock.GetUtcNow(), setup, tests, teardown);
    }

    private static async Task<IReadOnlyList<ActionReport>> RunAsync(IReadOnlyList<ScriptStep> steps, bool isStopped, CancellationToken cancellationToken)
    {
        var reports = new List<ActionReport>(steps.Count);
        foreach (var step in steps)
        {
            var report = isStopped ? new(step.IsOperation, ActionOutcome.Skip, step.Label) : await RunAsync(step, cancellationToken).ConfigureAwait(false);
            reports.Add(report);
            isStopped |= report.IsBad;
        }

        return reports;
    }

    private static async Task<ActionReport> RunAsync(ScriptStep step, CancellationToken cancellationToken)
    {
        try
        {
            var (outcome, message) = await step.Work(cancellationToken).ConfigureAwait(false);
            return new(step.IsOperation, outcome, Told(step.Label, message));
        }
        catch (ScriptFault fault)
        {
            return new(step.IsOperation, ActionOutcome.Error, Told(step.Label, fault.Message));
        }
    }

    private static string Told(string? label, string message) => label is null ? message : $"{label}: {message}";

    private ScriptStep Step(ScriptAction action)
        => action.Assertion is { } claim
            ? new(false, claim.Label, _ => Task.FromResult(Check(claim)))
            : new(true, action.Operation?.Label, token => OperateAsync(action.Operation ?? new(), token));

    private (ActionOutcome Outcome, string Message) Check(ScriptAssertion claim)
    {
        var verdict = assertions.Check(new AssertionScope(claim, script, _state));
        return (verdict.Holds ? ActionOutcome.Pass : claim.IsWarningOnly ? ActionOutcome.Warning : ActionOutcome.Fail, verdict.Message);
    }

    private async Task<(ActionOutcome Outcome, string Message)> OperateAsync(ScriptOperation operation, CancellationToken cancellationToken)
    {
        var exchange = await client.SendAsync(operation, _state, cancellationToken).ConfigureAwait(false);
        _state.Keep(exchange, operation.RequestId, operation.ResponseId);
        return (ActionOutcome.Pass, $"{exchange.Method} {exchange.Url} gave {exchange.Status}");
    }

    private IEnumerable<ScriptStep> Creations() => script.Fixtures.Where(fixture => fixture.IsCreated).Select(fixture => new ScriptStep(
        true, $"Creation of the fixture {fixture.Id}", token => CreateAsync(fixture, token)));

    private async Task<(ActionOutcome Outcome, string Message)> CreateAsync(ScriptFixture fixture, CancellationToken cancellationToken)
    {
        var create = new ScriptOperation { Type = "create", Resource = fixture.Resource.Text("resourceType"), SourceId = fixture.Id, IsEncoded = true };
        var exchange = await client.SendAsync(create, _state, cancellationToken).ConfigureAwait(false);
        var address = ResourceAddress.Of(exchange.Response);
        if (address is { } created) _state.Created(fixture.Id, created);
        return (exchange.Status is 200 or 201 && address is not null ? ActionOutcome.Pass : ActionOutcome.Fail, $"the server answers {exchange.Status}");
    }

    private IEnumerable<ScriptStep> Deletions() => script.Fixtures.Where(fixture => fixture.IsDeleted).Select(fixture => new ScriptStep(
        true, $"Deletion of the fixture {fixture.Id}", token => OperateAsync(new() { Type = "delete", TargetId = fixture.Id, IsEncoded = true }, token)));
}
