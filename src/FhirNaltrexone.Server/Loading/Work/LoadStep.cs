namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>An item read and made ready.</summary>
/// <param name="Ordinal">Its number in the file.</param>
/// <param name="Position">Bytes of the file read when it was complete.</param>
/// <param name="Pieces">What it comes to.</param>
internal sealed record LoadStep(long Ordinal, long Position, IReadOnlyList<LoadPiece> Pieces);
