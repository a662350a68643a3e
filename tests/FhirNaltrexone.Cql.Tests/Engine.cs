using System.Text.Json;

namespace FhirNaltrexone.Cql.Tests;

/// <summary>Runs one expression over resources at a fixed instant.</summary>
internal static class Engine
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 14, 30, 0, TimeSpan.FromHours(-5));

    public static object? Run(string expression, params string[] resources) => Run(expression, "", resources);

    public static object? Run(string expression, string sections, string[] resources) =>
        Run([Elm.Library("Test", [Elm.Define("It", expression)], sections)], resources);

    public static object? Run(ReadOnlyMemory<byte>[] libraries, params string[] resources) => Run(libraries, CqlParameters.Empty, resources);

    public static object? Run(ReadOnlyMemory<byte>[] libraries, CqlParameters parameters, params string[] resources)
    {
        var engine = CqlEngine.Load(libraries, ValueSet);
        var data = CqlData.From(resources.Select(resource => JsonDocument.Parse(resource).RootElement));
        return engine.Begin(data, Now, parameters).Evaluate(engine.Find("Test", "It")!);
    }

    /// <summary>The only value set the tests know: ALT by LOINC, and a drug by RxNorm.</summary>
    public static CodeSet? ValueSet(string url) => url == "urn:known"
        ? new CodeSet([new CqlCode("1742-6", "http://loinc.org"), new CqlCode("7804", "urn:rxnorm")])
        : null;

    public static CqlException Refusal(params ReadOnlyMemory<byte>[] libraries) =>
        Assert.Throws<CqlException>(() => CqlEngine.Load(libraries, ValueSet));
}
