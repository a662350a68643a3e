using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>What content files come to.</summary>
internal sealed record LoadedContent(IReadOnlyList<Service> Services, LibrarySet Libraries, Artifacts Artifacts, LibraryCompiler Compiler);
