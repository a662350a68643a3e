namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A TestScript of FHIR R4, as far as a runner needs it.</summary>
internal sealed record TestScript
{
    /// <summary>Logical id, or else its name.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it brings along.</summary>
    public IReadOnlyList<ScriptFixture> Fixtures { get; init; } = [];

    /// <summary>Profiles by the names the script gives them.</summary>
    public IReadOnlyDictionary<string, string> Profiles { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables by name.</summary>
    public IReadOnlyDictionary<string, ScriptVariable> Variables { get; init; } = new Dictionary<string, ScriptVariable>();

    /// <summary>What must succeed before any test.</summary>
    public IReadOnlyList<ScriptAction> Setup { get; init; } = [];

    /// <summary>The tests, independent of each other.</summary>
    public IReadOnlyList<ScriptTest> Tests { get; init; } = [];

    /// <summary>What is done at the end, whatever has failed.</summary>
    public IReadOnlyList<ScriptAction> Teardown { get; init; } = [];
}
