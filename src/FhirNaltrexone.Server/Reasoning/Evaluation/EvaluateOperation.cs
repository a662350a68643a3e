using System.Globalization;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Reasoning.Charts;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning.Evaluation;

/// <summary><c>Library/$evaluate</c>: the values of the defines of a library for one patient at one instant, as far as each can be told.</summary>
internal sealed class EvaluateOperation(OwnLibraries libraries, ContentSet content, PatientCharts charts, TimeProvider clock, IOptions<ReasoningOptions> options)
{
    private const string Patient = "Patient/";

    private static readonly string[] Known = ["url", "library", "subject", "expression", "parameters", "useServerData", "data", "now"];

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "evaluate",
        Definition = $"{Systems.Own}/OperationDefinition/library-evaluate",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = ["Library"],
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var input = new CallInput(call, Known);
        var found = await LibraryAsync(call, input, cancellationToken).ConfigureAwait(false);
        if (found.Refusal is { } missing) return FhirAnswer.Refused(missing);
        var request = Request(call, input);
        var now = Now(input);
        var defines = Defines(found.Value, input);
        List<Issue> wrong = [];
        var context = CallContext.Read(input.Resource("parameters", "Parameters"), content.Hooks, request?.Patient ?? "", wrong);
        if (input.Issues.Concat(wrong).ToList() is { Count: > 0 } issues) return FhirAnswer.Refused(new Refusal(400, issues));

        var needs = HookNeeds.Of(context.Hook is { } hook ? [hook] : content.Hooks);
        var chart = await charts.ReadAsync(request!, [found.Value!.Needs, needs], cancellationToken).ConfigureAwait(false);
        if (chart.Refusal is { } unread) return FhirAnswer.Refused(unread);
        using var read = chart.Value!;
        return Evaluate(found.Value, defines, read, context, now);
    }

    private FhirAnswer Evaluate(KnowledgeLibrary library, List<string> defines, PatientChart read, CallContext context, DateTimeOffset now)
    {
        var chart = context.With(read.Chart);
        var evaluation = library.Begin(chart, now, context.Hook, TimeSpan.FromSeconds(options.Value.EvaluateSeconds));
        var answer = new EvaluateAnswer(options.Value.MaxValues, options.Value.MaxAnswerBytes);
        var begin = clock.GetTimestamp();

        // What was asked for comes first, to be compared in the time that is left.
        var results = defines.ConvertAll(define => (Define: define, Result: IsInTime() ? evaluation.Evaluate(library.Name, define) : null));
        var without = context.Hook is { } hook ? WithoutSubject(hook, chart) : new HookDifferences(library, chart, now, content.Hooks).Tell(results, IsInTime);
        answer.Warn([.. read.Issues, .. without]);
        foreach (var (define, result) in results)
        {
            if (result is not null) answer.Add(define, result);
            else answer.Fail(define, IssueCodes.Timeout, $"The evaluation took longer than {options.Value.EvaluateSeconds} seconds; this define was not begun. Ask for fewer.");
        }

        return FhirAnswer.Of(new ResourceBody(answer.Write()));

        bool IsInTime() => clock.GetElapsedTime(begin).TotalSeconds < options.Value.EvaluateSeconds;
    }

    private static IEnumerable<Issue> WithoutSubject(string hook, Chart chart)
        => HookSubjects.Missing([hook], chart).Select(text => new Issue(IssueCodes.Incomplete, text, "parameters") { Severity = IssueSeverity.Warning });

    private async ValueTask<Result<KnowledgeLibrary>> LibraryAsync(OperationCall call, CallInput input, CancellationToken cancellationToken)
    {
        var (url, library) = (input.Text("url"), input.Text("library"));
        if (call.Id is { } id)
        {
            if ((url ?? library) is not null) return new Refusal(400, IssueCodes.Invalid, "The address names the Library already.", url is null ? "library" : "url");
            return await libraries.WithIdAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return (url, library) switch
        {
            (null, null) => new Refusal(400, IssueCodes.Required, "Name the Library: give url, a canonical, or call Library/[id]/$evaluate.", "url"),
            (not null, not null) => new Refusal(400, IssueCodes.Invalid, "Give either url or library.", "library"),
            _ => libraries.Named((url ?? library)!, url is null ? "library" : "url"),
        };
    }

    private static ChartRequest? Request(OperationCall call, CallInput input)
    {
        var usesStore = input.Flag("useServerData") ?? true;
        var data = input.Resource("data", "Bundle");
        var subject = input.Text("subject");
        if (subject is null)
        {
            input.Fail("subject", "Name the patient: subject=Patient/[id].", IssueCodes.Required);
            return null;
        }

        var local = subject.StartsWith($"{call.Base}/", StringComparison.Ordinal) ? subject[(call.Base.Length + 1)..] : subject;
        var id = local.StartsWith(Patient, StringComparison.Ordinal) ? local[Patient.Length..] : local;
        if (!ResourceKey.IsId(id)) input.Fail("subject", "The subject must be a Patient of this server or of data: Patient/[id].");
        return new(id, data, usesStore);
    }

    private DateTimeOffset Now(CallInput input)
    {
        if (input.Text("now") is not { } text) return clock.GetUtcNow();
        var hasOffset = text.Contains('T', StringComparison.Ordinal) && (text.EndsWith('Z') || text.AsSpan(text.IndexOf('T', StringComparison.Ordinal)).ContainsAny('+', '-'));
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var now) && now.Year is > 1800 and < 2300) return now;
        input.Fail("now", "now must be an instant with offset, such as 2026-11-22T09:00:00-05:00; a plus sign in a URL is written %2B.");
        return default;
    }

    private static List<string> Defines(KnowledgeLibrary? library, CallInput input)
    {
        var all = library!.Defines.Select(define => define.Name).ToList();
        var asked = input.Texts("expression").Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in asked.Except(all, StringComparer.Ordinal).Take(20))
            input.Fail("expression", $"The library {library.Name} has no define of the name '{(name.Length > 80 ? name[..80] : name)}'.", IssueCodes.NotFound);
        return asked.Count == 0 ? all : asked;
    }
}
