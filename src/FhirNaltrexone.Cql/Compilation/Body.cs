namespace FhirNaltrexone.Cql.Compilation;

/// <summary>A compiled define, parameter default or function: its code, the slots it needs, and what it reaches.</summary>
internal sealed class Body(string library, string name)
{
    public string Library => library;

    public string Name => name;

    /// <summary>Slots for operands, aliases and lets; complete when compilation of the body is.</summary>
    public int FrameSize { get; set; }

    public Evaluator Expression { get; set; } = Evaluator.Nothing;

    /// <summary>Whether its own code is the same in every evaluation, whatever it refers to.</summary>
    public bool IsFixed { get; set; } = true;

    /// <summary>Defines, functions and parameters used, for transitive data requirements.</summary>
    public HashSet<Body> References { get; } = [];

    public List<CqlDataRequirement> Retrieves { get; } = [];
}
