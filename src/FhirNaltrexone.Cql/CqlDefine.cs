namespace FhirNaltrexone.Cql;

/// <summary>A handle on one named expression of a loaded library; evaluation by handle needs no look-up.</summary>
public sealed class CqlDefine
{
    internal CqlDefine(string library, string name, string? resultTypeName, int slot) =>
        (Library, Name, ResultTypeName, Slot) = (library, name, resultTypeName, slot);

    /// <summary>Name of the library.</summary>
    public string Library { get; }

    /// <summary>Name of the define, unique within its library.</summary>
    public string Name { get; }

    /// <summary>Type of the result as CQL text, for example <c>System.Boolean</c> or <c>List&lt;FHIR.Condition&gt;</c>; null when the ELM has none.</summary>
    public string? ResultTypeName { get; }

    internal int Slot { get; }

    /// <summary>Library and name, for messages.</summary>
    public override string ToString() => $"{Library}.\"{Name}\"";
}
