using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Id and members of one value set.</summary>
internal sealed class ValueSetContent(string id, IReadOnlyList<CqlCode> codes)
{
    public string Id => id;

    public IReadOnlyList<CqlCode> Codes => codes;

    public CodeSet Members { get; } = new(codes);
}
