using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>Libraries that were compiled together, with everything an evaluation needs besides a chart. Immutable and safe to share.</summary>
internal sealed class CompiledLibraries(CqlEngine engine, RequestParameters parameters, PrefetchPlanner planner)
{
    /// <summary>What the parameter "Hook" is outside hooks.</summary>
    public const string NoHook = "apply";

    /// <summary>Libraries may be anybody's: a row of a query over several lists takes some hundred bytes.</summary>
    private const long MostRows = 10_000_000;

    public CqlEngine Engine => engine;

    public LibraryEvaluation Begin(Chart chart, DateTimeOffset now, string? hook, TimeSpan longest)
    {
        var local = TimeZoneInfo.ConvertTime(now, chart.Zone);
        var brought = HookSubjects.At(hook, chart);
        return new(engine, engine.Begin(CqlData.From(brought.Resources), local, parameters.For(hook ?? NoHook, brought, local), new(longest, MostRows)));
    }

    public DataNeeds Needs(IEnumerable<CqlDefine> defines) => planner.Plan(defines);
}
